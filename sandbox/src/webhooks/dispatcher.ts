// Sends what is due: claims deliveries so that no two processes send one attempt, and plans the retries.
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { webhookDelivery } from '../../../generated/facts.ts';
import type { Services } from '../core/services.ts';
import type { DeliveryRow } from '../storage/schema.ts';
import type { Queries } from '../storage/storage.ts';
import { furthestTime, hasCome, type TerminalClock, timeOf } from '../terminals/clock.ts';

/** How long a claim holds on the machine's clock: longer than any attempt, so that only a crash lets it lapse. */
export const claimMilliseconds = (webhookDelivery.timeout_seconds + 20) * 1000;
/** How many are claimed at once: no more than can be sent at once to one host, so that other processes get theirs. */
const batch = 10;

type Claimed = DeliveryRow & TerminalClock & { url: string };

/** Which deliveries may be claimed: those of one terminal, or of all but some. */
type Choice = { only: string } | { except: readonly string[] };

/** Takes due deliveries into this process's hands. */
async function claimDue(services: Services, room: number, choice: Choice): Promise<Claimed[]> {
  const { storage, clock } = services;
  const now = clock.now();
  const latest = await furthestTime(services);
  // Looking first costs nothing when nothing is due, which is nearly always; a unit of work would.
  const waiting = await storage.db
    .selectFrom('deliveries')
    .select('id')
    .where('state', '=', 'pending')
    .where('next_attempt_at', '<=', latest)
    .limit(1)
    .executeTakeFirst();
  if (!waiting) return [];
  return storage.write(async (unit) => {
    let due = unit
      .selectFrom('deliveries')
      .innerJoin('terminals', 'terminals.id', 'deliveries.terminal_id')
      .innerJoin('webhooks', 'webhooks.id', 'deliveries.webhook_id')
      .selectAll('deliveries')
      .select(['webhooks.url', 'terminals.clock_offset_ms', 'terminals.clock_runs'])
      .where('deliveries.state', '=', 'pending')
      .where('deliveries.next_attempt_at', '<=', latest)
      .where('deliveries.claimed_until', '<=', now)
      .where(hasCome('deliveries.next_attempt_at', now))
      .orderBy('deliveries.next_attempt_at')
      .orderBy('deliveries.id')
      .limit(room);
    if ('only' in choice) due = due.where('deliveries.terminal_id', '=', choice.only);
    else if (choice.except.length > 0) due = due.where('deliveries.terminal_id', 'not in', choice.except);
    if (storage.kind === 'postgres') due = due.forUpdate('deliveries').skipLocked();
    const rows = await due.execute();
    if (rows.length > 0) {
      await unit
        .updateTable('deliveries')
        .set({ claimed_until: now + claimMilliseconds })
        .where(
          'id',
          'in',
          rows.map(({ id }) => id),
        )
        .execute();
    }
    return rows;
  });
}

/** When to try again after so many failures, or undefined when it was the last try. */
function nextAttempt(failures: number, failedAt: number): number | undefined {
  const seconds = webhookDelivery.retry_delays_seconds[failures - 1];
  return seconds === undefined
    ? undefined
    : failedAt + Math.min(seconds, webhookDelivery.delay_cap_seconds) * 1000;
}

/** How long after an accepted delivery its ordered copy is sent, in milliseconds of the terminal's clock. */
const secondCopyAfter = 1000;

/** How many attempts of a delivery have failed. */
async function failuresOf(unit: Queries, deliveryId: string): Promise<number> {
  const { failures } = await unit
    .selectFrom('delivery_attempts')
    .select(({ fn }) => fn.countAll<number>().as('failures'))
    .where('delivery_id', '=', deliveryId)
    .where('error', 'is not', null)
    .executeTakeFirstOrThrow();
  return Number(failures);
}

/** How long the sender waits before it tries again to write down how an attempt went, in milliseconds. */
const noteAgainAfter = 250;

/** Carries out a unit until the database takes it, as long as the claim holds; whoever has the claim then sends again. */
async function untilNoted(
  { clock }: Services,
  claimedUntil: number,
  isStopping: () => boolean,
  note: () => Promise<void>,
): Promise<void> {
  for (;;) {
    try {
      return await note();
    } catch (error) {
      if (isStopping() || clock.now() + noteAgainAfter >= claimedUntil) throw error;
      await pause(noteAgainAfter);
    }
  }
}

/** Gives a delivery back, for whoever takes it next. */
async function release({ storage }: Services, deliveryId: string): Promise<void> {
  await storage.write((unit) =>
    unit.updateTable('deliveries').set({ claimed_until: 0 }).where('id', '=', deliveryId).execute(),
  );
}

async function attempt(services: Services, delivery: Claimed, isStopping: () => boolean): Promise<void> {
  const { storage, clock } = services;
  const { id, url, event, body, signature } = delivery;
  const claimedUntil = clock.now() + claimMilliseconds;
  const sentAt = timeOf(clock, delivery);
  const startedAt = clock.elapsed();
  const { responseCode, error } = await services.sender.send({
    url,
    event,
    deliveryId: id,
    body,
    signature,
    at: sentAt,
  });
  const duration = clock.elapsed() - startedAt;
  // Cut short by the end of this process, it says nothing of the endpoint: the next start makes it anew.
  if (responseCode === null && isStopping()) return release(services, id);
  // On a clock that stands still no time has passed meanwhile, however long it took.
  const failedAt = timeOf(clock, delivery);
  const number = delivery.attempts + 1;
  // One that was ordered twice is sent once more although it has been accepted.
  const repeated = error === null && delivery.copies_left > 0;
  const note = async (unit: Queries) => {
    // Its terminal may have been deleted or reset while it was under way.
    const exists = unit.selectFrom('deliveries').select('id').where('id', '=', id);
    if (!(await exists.executeTakeFirst())) return;
    // A delay starts when the failure is known (docs/decisions/0018).
    const again = repeated
      ? sentAt + secondCopyAfter
      : error === null
        ? undefined
        : nextAttempt((await failuresOf(unit, id)) + 1, failedAt);
    const noted = await unit
      .insertInto('delivery_attempts')
      .values({
        delivery_id: id,
        number,
        sent_at: sentAt,
        response_code: responseCode,
        duration_ms: Math.round(duration),
        error,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    // It was written down already, in a commit that nobody was told of.
    if (noted.numInsertedOrUpdatedRows === 0n) return;
    await unit
      .updateTable('deliveries')
      .set({
        attempts: number,
        claimed_until: 0,
        copies_left: delivery.copies_left - Number(repeated),
        held_back: 0,
        ...(again === undefined ? {} : { next_attempt_at: Math.round(again) }),
        // One that was withdrawn while it was under way stays withdrawn.
        ...(again === undefined
          ? {
              state:
                sql`case when state = 'pending' then ${error === null ? 'delivered' : 'dead'} else state end` as never,
            }
          : {}),
      })
      .where('id', '=', id)
      .execute();
  };
  await untilNoted(services, claimedUntil, isStopping, () => storage.write(note));
  services.log.info({ delivery: id, event, number, response_code: responseCode, error }, 'webhook attempt');
}

export interface Dispatcher {
  /** Starts sending what is due now, as far as there is room. @returns how many attempts were started. */
  launch: () => Promise<number>;
  /** Waits until no attempt is under way. */
  idle: () => Promise<void>;
  /** Gives up on what the database does not take now. */
  stop: () => void;
  /**
   * Sends everything that is due now, until nothing is.
   * @param terminalId only that of one terminal, whatever the others wait for; all terminals when not given.
   */
  sendAllDue: (terminalId?: string) => Promise<void>;
}

/** How many attempts are under way at once. Who has so many of them, and may be slow, gets no more for now. */
const attemptsAtOnce = { ofAll: 100, ofTerminal: 10, ofHost: 10 };

/** How many claimed deliveries may wait for room; a terminal with any of them is given no more. */
const waitingAtMost = 200;

/** What is left of a claim must be enough for a whole attempt, or somebody else may send the same at the same time. */
const neededOfClaim = (webhookDelivery.timeout_seconds + 5) * 1000;

const hosts = new Map<string, string>();

/** The host of an address, remembered: the same few addresses come again and again. */
function hostOf(url: string): string {
  let host = hosts.get(url);
  if (host === undefined) {
    host = URL.canParse(url) ? new URL(url).host : url;
    if (hosts.size > 1000) hosts.clear();
    hosts.set(url, host);
  }
  return host;
}

export function createDispatcher(services: Services): Dispatcher {
  const { clock, log } = services;
  const underWay = new Map<Promise<void>, Claimed>();
  /** Claimed, in their order, and waiting for room at their terminal, at their host, or at all. */
  let waiting: { delivery: Claimed; until: number }[] = [];
  let stopping = false;
  /** Claims whose deliveries are not under way yet, though the database may have given them already. */
  const claiming = new Set<Promise<number>>();
  const runsOf = (terminalId: string) =>
    [...underWay].flatMap(([run, { terminal_id: owner }]) => (owner === terminalId ? [run] : []));
  const isWaiting = (terminalId: string) =>
    waiting.some(({ delivery }) => delivery.terminal_id === terminalId);

  const begin = (delivery: Claimed) => {
    const running: Promise<void> = attempt(services, delivery, () => stopping)
      // Its claim lapses, and the delivery is tried again: at least once.
      .catch((error: unknown) => log.error({ err: error, delivery: delivery.id }, 'webhook attempt lost'))
      .finally(() => {
        underWay.delete(running);
        goOn();
      });
    underWay.set(running, delivery);
  };
  /** Begins what has room now; what has waited too long for its claim is left to whoever claims it next. */
  const beginWaiting = () => {
    if (waiting.length === 0) return;
    const taken = new Map<string, number>();
    const take = (name: string) => taken.set(name, (taken.get(name) ?? 0) + 1);
    const isFull = (name: string, most: number) => (taken.get(name) ?? 0) >= most;
    const count = ({ terminal_id: terminal, url }: Claimed) => {
      take(`terminal ${terminal}`);
      take(`host ${hostOf(url)}`);
    };
    for (const delivery of underWay.values()) count(delivery);
    const left: typeof waiting = [];
    for (const entry of waiting) {
      const { delivery, until } = entry;
      if (until - clock.now() < neededOfClaim) continue;
      const hasRoom =
        !stopping &&
        underWay.size < attemptsAtOnce.ofAll &&
        !isFull(`terminal ${delivery.terminal_id}`, attemptsAtOnce.ofTerminal) &&
        !isFull(`host ${hostOf(delivery.url)}`, attemptsAtOnce.ofHost);
      if (hasRoom) {
        count(delivery);
        begin(delivery);
      } else left.push(entry);
    }
    waiting = left;
  };
  const claimAndStart = async (room: number, choice: Choice) => {
    const until = clock.now() + claimMilliseconds;
    const claim = claimDue(services, room, choice).then((claimed) => {
      waiting.push(...claimed.map((delivery) => ({ delivery, until })));
      beginWaiting();
      return claimed.length;
    });
    claiming.add(claim);
    return claim.finally(() => claiming.delete(claim));
  };
  /** Waits until what another turn has taken at the same moment is under way; whether that turn failed is its own concern. */
  const othersHaveStarted = () => Promise.allSettled(claiming);
  const launch = async () => {
    let started = 0;
    for (;;) {
      if (stopping || underWay.size >= attemptsAtOnce.ofAll || waiting.length >= waitingAtMost)
        return started;
      const owners = new Set([...underWay.values()].map(({ terminal_id: owner }) => owner));
      const busy = [...owners].filter((owner) => runsOf(owner).length >= attemptsAtOnce.ofTerminal);
      const except = [...new Set([...busy, ...waiting.map(({ delivery }) => delivery.terminal_id)])];
      const claimed = await claimAndStart(batch, { except });
      started += claimed;
      if (claimed < batch) return started;
    }
  };
  /** Whether a claim is about to follow: one for all attempts that end at the same moment. */
  let isFollowing = false;
  /** After each attempt: as fast as receivers answer, and not only at the turns of the clock. */
  const goOn = () => {
    beginWaiting();
    if (isFollowing) return;
    isFollowing = true;
    setImmediate(() => {
      isFollowing = false;
      // The next turn of the clock tries again, and tells why it fails.
      launch().catch(() => undefined);
    });
  };
  const idle = async () => {
    while (underWay.size > 0) await Promise.all(underWay.keys());
  };
  const sendAllDueOf = async (terminalId: string) => {
    for (;;) {
      await Promise.all(runsOf(terminalId));
      const started = isWaiting(terminalId) ? 0 : await claimAndStart(batch, { only: terminalId });
      await othersHaveStarted();
      if (runsOf(terminalId).length > 0) continue;
      if (!isWaiting(terminalId)) {
        if (started === 0) return;
        continue;
      }
      // Its host is busy with others.
      await Promise.race(underWay.keys());
      beginWaiting();
    }
  };
  return {
    launch,
    idle: async () => {
      await idle();
      if (!stopping) return;
      const left = waiting.splice(0);
      // Where the database takes nothing any more, their claims lapse.
      await Promise.allSettled(left.map(({ delivery }) => release(services, delivery.id)));
    },
    stop: () => {
      stopping = true;
    },
    sendAllDue: async (terminalId) => {
      if (terminalId !== undefined) return sendAllDueOf(terminalId);
      for (;;) {
        await idle();
        beginWaiting();
        const started = await launch();
        await othersHaveStarted();
        if (started === 0 && underWay.size === 0 && waiting.length === 0) return;
      }
    },
  };
}
