// The time of each terminal: it follows the machine's clock at a distance, or stands still until it is moved.
import { type Expression, type SqlBool, sql } from 'kysely';
import type { Clock } from '../core/clock.ts';
import type { Services } from '../core/services.ts';
import type { Flag } from '../storage/schema.ts';

export interface TerminalClock {
  clock_offset_ms: number;
  clock_runs: Flag;
}

/** @returns the moment on a terminal's clock, in milliseconds. */
export function timeOf(clock: Clock, { clock_offset_ms: offset, clock_runs: runs }: TerminalClock): number {
  return offset + runs * clock.now();
}

/** @returns the offset with which a terminal's clock shows a moment. */
export function offsetFor(
  clock: Clock,
  { clock_runs: runs }: Pick<TerminalClock, 'clock_runs'>,
  moment: number,
) {
  return moment - runs * clock.now();
}

/** The condition that a moment has come on the clock of its terminal, whose row is joined. */
export function hasCome(
  column: 'payments.expires_at' | 'refunds.payout_at' | 'deliveries.next_attempt_at',
  now: number,
) {
  return sql<SqlBool>`${sql.ref(column)} - terminals.clock_offset_ms <= terminals.clock_runs * cast(${now} as bigint)` as Expression<SqlBool>;
}

/** The moment on the clock that is furthest ahead: nothing later is due on any. */
export async function furthestTime({
  storage: { db },
  clock,
}: Pick<Services, 'storage' | 'clock'>): Promise<number> {
  const now = clock.now();
  const row = await db
    .selectFrom('terminals')
    .select(sql<number | null>`max(clock_offset_ms + clock_runs * cast(${now} as bigint))`.as('moment'))
    .executeTakeFirst();
  return Number(row?.moment ?? now);
}

/** The terminal's clock now, in milliseconds; undefined when there is no such terminal. */
export async function clockOf(
  { storage, clock }: Pick<Services, 'storage' | 'clock'>,
  terminalId: string,
): Promise<number | undefined> {
  const row = await storage.db
    .selectFrom('terminals')
    .select(['clock_offset_ms', 'clock_runs'])
    .where('id', '=', terminalId)
    .executeTakeFirst();
  return row && timeOf(clock, row);
}
