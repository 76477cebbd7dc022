// Sends what is due: claims deliveries so that no two processes send one attempt, and plans the retries.
import { sql } from 'kysely';
import { webhookDelivery } from '../../../generated/facts.ts';
import type { Services } from '../services.ts';
import type { DeliveryRow } from '../storage/schema.ts';
import { furthestOffset } from '../terminals/terminals.ts';
import type { Sender } from './send.ts';

/** How long a claim holds on the machine's clock: longer than any attempt, so that only a crash lets it lapse. */
const claimMilliseconds = (webhookDelivery.timeout_seconds + 20) * 1000;
const batch = 20;

type Claimed = DeliveryRow & { url: string; offset: number };

/** Takes due deliveries into this process's hands. */
async function claimDue({ storage, clock }: Services, room: number): Promise<Claimed[]> {
  const now = clock.now();
  const latest = now + (await furthestOffset(storage.db));
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
      .select(['webhooks.url', 'terminals.clock_offset_ms as offset'])
      .where('deliveries.state', '=', 'pending')
      .where('deliveries.next_attempt_at', '<=', latest)
      .where('deliveries.claimed_until', '<=', now)
      .where(({ eb }) =>
        eb(eb('deliveries.next_attempt_at', '-', eb.ref('terminals.clock_offset_ms')), '<=', now),
      )
      .orderBy('deliveries.next_attempt_at')
      .orderBy('deliveries.id')
      .limit(room);
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

/** When to try again after a failure, or undefined when it was the last try. */
function nextAttempt(attempts: number, failedAt: number): number | undefined {
  const seconds = webhookDelivery.retry_delays_seconds[attempts - 1];
  return seconds === undefined
    ? undefined
    : failedAt + Math.min(seconds, webhookDelivery.delay_cap_seconds) * 1000;
}

async function attempt(services: Services, sender: Sender, delivery: Claimed): Promise<void> {
  const { storage, clock } = services;
  const { id, url, event, body, signature, offset } = delivery;
  const sentAt = clock.now() + offset;
  const startedAt = clock.elapsed();
  const { responseCode, error } = await sender.send({
    url,
    event,
    deliveryId: id,
    body,
    signature,
    at: sentAt,
  });
  const duration = clock.elapsed() - startedAt;
  const number = delivery.attempts + 1;
  // A delay starts when the failure is known (docs/decisions/0018).
  const again = error === null ? undefined : nextAttempt(number, sentAt + duration);
  await storage.write(async (unit) => {
    await unit
      .insertInto('delivery_attempts')
      .values({
        delivery_id: id,
        number,
        sent_at: sentAt,
        response_code: responseCode,
        duration_ms: Math.round(duration),
        error,
      })
      .execute();
    await unit
      .updateTable('deliveries')
      .set({
        attempts: number,
        claimed_until: 0,
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
  });
  services.log.info({ delivery: id, event, number, response_code: responseCode, error }, 'webhook attempt');
}

export interface Dispatcher {
  /** Starts sending what is due now, as far as there is room. @returns how many attempts were started. */
  launch: () => Promise<number>;
  /** Waits until no attempt is under way. */
  idle: () => Promise<void>;
  /** Sends everything that is due now on each terminal's clock, until nothing is. */
  sendAllDue: () => Promise<void>;
}

/** A slow endpoint holds one of these, and not the others. */
const attemptsAtOnce = 50;

export function createDispatcher(services: Services, sender: Sender): Dispatcher {
  const underWay = new Set<Promise<void>>();
  const launch = async () => {
    const room = Math.min(batch, attemptsAtOnce - underWay.size);
    const claimed = room > 0 ? await claimDue(services, room) : [];
    for (const delivery of claimed) {
      const running: Promise<void> = attempt(services, sender, delivery)
        // Its claim lapses, and the delivery is tried again: at least once.
        .catch((error: unknown) =>
          services.log.error({ err: error, delivery: delivery.id }, 'webhook attempt lost'),
        )
        .finally(() => underWay.delete(running));
      underWay.add(running);
    }
    return claimed.length;
  };
  const idle = async () => {
    while (underWay.size > 0) await Promise.all(underWay);
  };
  return {
    launch,
    idle,
    sendAllDue: async () => {
      do await idle();
      while ((await launch()) > 0);
    },
  };
}
