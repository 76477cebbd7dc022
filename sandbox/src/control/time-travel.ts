// Moves a terminal's clock forward, stopping wherever something is due, so that all of it happens in order.
import type { Background } from '../core/background.ts';
import type { Services } from '../core/services.ts';
import { openStates } from '../payments/states.ts';
import { bounds, boundsAsText, isWithinBounds } from '../terminals/bounds.ts';
import { clockOf, offsetFor, timeOf } from '../terminals/clock.ts';
import { claimMilliseconds } from '../webhooks/dispatcher.ts';
import { Mistake } from './mistake.ts';

/** The next moment on the terminal's clock at which something is due; undefined when nothing is. */
async function nextDue({ storage: { db } }: Services, terminalId: string): Promise<number | undefined> {
  const moments = await Promise.all([
    db
      .selectFrom('payments')
      .select(({ fn }) => fn.min<number | null>('expires_at').as('at'))
      .where('terminal_id', '=', terminalId)
      .where('state', 'in', openStates)
      .executeTakeFirst(),
    db
      .selectFrom('refunds')
      .select(({ fn }) => fn.min<number | null>('payout_at').as('at'))
      .where('terminal_id', '=', terminalId)
      .where('status', '=', 'pending')
      .executeTakeFirst(),
    db
      .selectFrom('deliveries')
      .select(({ fn }) => fn.min<number | null>('next_attempt_at').as('at'))
      .where('terminal_id', '=', terminalId)
      .where('state', '=', 'pending')
      .executeTakeFirst(),
  ]);
  const known = moments.flatMap((row) => (row?.at == null ? [] : [Number(row.at)]));
  return known.length > 0 ? Math.min(...known) : undefined;
}

/**
 * How long another process's hands are looked at again, in real milliseconds, how often at the most, and how often one
 * moment is tried again that nobody seems to have in hand.
 */
const patience = { pause: 20, looks: Math.ceil((claimMilliseconds * 1.5) / 20), rounds: 10 };

/**
 * Waits while another process has a delivery in its hands that is due, so that its retry comes at its moment too.
 * One whose process has crashed is free again when its claim lapses.
 * @returns whether there was one, and is no more.
 */
async function waitForOthers({ storage: { db }, clock }: Services, terminalId: string, due: number) {
  const claimed = () =>
    db
      .selectFrom('deliveries')
      .select('id')
      .where('terminal_id', '=', terminalId)
      .where('state', '=', 'pending')
      .where('next_attempt_at', '<=', due)
      .where('claimed_until', '>', clock.now())
      .limit(1)
      .executeTakeFirst();
  for (let look = 0; look < patience.looks; look += 1) {
    if (!(await claimed())) return look > 0;
    await new Promise((resolve) => setTimeout(resolve, patience.pause));
  }
  return false;
}

/** Two moves of one clock follow each other, so that neither takes the other back. */
const moves = new Map<string, Promise<unknown>>();

async function inTurn<T>(terminalId: string, move: () => Promise<T>): Promise<T> {
  const before = moves.get(terminalId) ?? Promise.resolve();
  const mine = before.then(move, move);
  moves.set(terminalId, mine);
  try {
    return await mine;
  } finally {
    if (moves.get(terminalId) === mine) moves.delete(terminalId);
  }
}

/**
 * Moves the clock of one terminal; what is due on the way happens at its moment, in order.
 * @param milliseconds how far; the clock never goes back.
 * @returns the moment on its clock afterwards, in milliseconds.
 */
export function advanceClock(
  services: Services,
  background: Background,
  terminalId: string,
  milliseconds: number,
): Promise<number> {
  return inTurn(terminalId, () => advance(services, background, terminalId, milliseconds));
}

async function advance(
  services: Services,
  background: Background,
  terminalId: string,
  milliseconds: number,
): Promise<number> {
  const { storage, clock } = services;
  const terminal = await storage.db
    .selectFrom('terminals')
    .select(['clock_offset_ms', 'clock_runs'])
    .where('id', '=', terminalId)
    .executeTakeFirstOrThrow();
  const target = terminal.clock_offset_ms + milliseconds;
  if (!isWithinBounds(timeOf(clock, { ...terminal, clock_offset_ms: target }))) {
    throw new Mistake(`A clock shows moments ${boundsAsText}; this would lead beyond.`);
  }
  const setOffset = (offset: number) =>
    storage.write((unit) =>
      unit
        .updateTable('terminals')
        .set({ clock_offset_ms: offset })
        .where('id', '=', terminalId)
        // Another process may have moved it further meanwhile.
        .where('clock_offset_ms', '<', offset)
        .execute(),
    );
  await background.settle(terminalId);
  let offset = terminal.clock_offset_ms;
  let stuckAt: number | undefined;
  let stuck = 0;
  for (;;) {
    const due = await nextDue(services, terminalId);
    if (due === undefined || offsetFor(clock, terminal, due) > target) break;
    offset = Math.max(offset, offsetFor(clock, terminal, due));
    await setOffset(offset);
    await background.settle(terminalId);
    if ((await nextDue(services, terminalId)) !== due || (await waitForOthers(services, terminalId, due)))
      continue;
    // Nobody has it, and it may have become free, or been taken, only just now; if it stays all the same, time goes on
    // without it.
    if (due !== stuckAt) [stuckAt, stuck] = [due, 0];
    stuck += 1;
    if (stuck > patience.rounds) break;
    await new Promise((resolve) => setTimeout(resolve, patience.pause));
  }
  await setOffset(target);
  await background.settle(terminalId);
  return timeOf(clock, { ...terminal, clock_offset_ms: target });
}

/** How much of a move a clock can make before it reaches its bounds. */
async function possibleMove(services: Services, terminalId: string, milliseconds: number): Promise<number> {
  const now = (await clockOf(services, terminalId)) ?? bounds.latest;
  return Math.max(0, Math.min(milliseconds, bounds.latest - now));
}

/**
 * Moves the sandbox's own clock, where new terminals begin, and those of all terminals.
 * Those that can go no further stay behind, and one that fails to move keeps no other from it.
 */
export async function advanceEveryClock(
  services: Services,
  background: Background,
  milliseconds: number,
): Promise<void> {
  const { storage, gatewayClock, log } = services;
  if (!isWithinBounds(gatewayClock.now() + milliseconds)) {
    throw new Mistake(`A clock shows moments ${boundsAsText}; this would lead beyond.`);
  }
  await storage.write((unit) => gatewayClock.advance(unit, milliseconds));
  const terminals = await storage.db.selectFrom('terminals').select('id').orderBy('id').execute();
  for (const { id } of terminals) {
    try {
      await advanceClock(services, background, id, await possibleMove(services, id, milliseconds));
    } catch (error) {
      log.error({ err: error, terminal: id }, 'moving a clock failed');
    }
  }
}
