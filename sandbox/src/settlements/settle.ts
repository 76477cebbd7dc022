// Settles a terminal: the batch, what it takes, and its events are stored together or not at all.
import type { Services } from '../core/services.ts';
import type { SettlementRow } from '../storage/schema.ts';
import type { Queries } from '../storage/storage.ts';
import { timeOf } from '../terminals/clock.ts';
import { emit } from '../webhooks/events.ts';
import { type Batch, unsettledOf } from './unsettled.ts';

/** Databases limit how many values one statement may have. */
const rowsAtOnce = 200;

/** Marks what a settlement has taken; the primary keys refuse what another has taken before. */
async function take(
  unit: Queries,
  settlement: { settlement_code: string; terminal_id: string },
  { authorities, refundCodes }: Batch,
): Promise<void> {
  for (let start = 0; start < authorities.length; start += rowsAtOnce) {
    const some = authorities.slice(start, start + rowsAtOnce);
    await unit
      .insertInto('settled_payments')
      .values(some.map((authority) => ({ ...settlement, authority })))
      .execute();
  }
  for (let start = 0; start < refundCodes.length; start += rowsAtOnce) {
    const some = refundCodes.slice(start, start + rowsAtOnce);
    await unit
      .insertInto('settled_refunds')
      .values(some.map((refund_code) => ({ ...settlement, refund_code })))
      .execute();
  }
}

/** The terminal, locked, so that of two settlements at the same moment the second sees what the first has taken. */
async function lockedTerminal(unit: Queries, terminalId: string) {
  return unit
    .updateTable('terminals')
    .set(({ ref }) => ({ merchant_code: ref('merchant_code') }))
    .where('id', '=', terminalId)
    .returning(['merchant_code', 'clock_offset_ms', 'clock_runs'])
    .executeTakeFirstOrThrow();
}

/**
 * Transfers to a merchant what its payments have brought, less refunds and fees; or fails to, and takes nothing.
 * The documentation names the events of a settlement (lines 1455-1457 and 1741) and no operation that makes one.
 * @returns the settlement, or undefined when there is nothing to transfer: nothing is stored then.
 */
export async function settle(
  services: Services,
  terminalId: string,
  outcome: 'completed' | 'failed',
): Promise<SettlementRow | undefined> {
  const { storage, clock, seeds } = services;
  const { seed } = await storage.db
    .selectFrom('terminals')
    .select('seed')
    .where('id', '=', terminalId)
    .executeTakeFirstOrThrow();
  // Another process may have made the terminal.
  await seeds.prepare(terminalId, seed);
  const settlement = await storage.write(async (unit) => {
    const terminal = await lockedTerminal(unit, terminalId);
    const batch = await unsettledOf(unit, terminalId);
    if (!batch || batch.amount <= 0) return undefined;
    const at = timeOf(clock, terminal);
    const row: SettlementRow = {
      settlement_code: seeds.of(terminalId).settlementCode(),
      terminal_id: terminalId,
      status: outcome,
      amount: batch.amount,
      payments_amount: batch.paymentsAmount,
      refunds_amount: batch.refundsAmount,
      fees_amount: batch.feesAmount,
      payments: batch.authorities.length,
      refunds: batch.refundCodes.length,
      period: batch.period,
      created_at: at,
    };
    const { settlement_code, amount, period } = row;
    await unit.insertInto('settlements').values(row).execute();
    if (outcome === 'completed') await take(unit, { settlement_code, terminal_id: terminalId }, batch);
    for (const [event, status] of [
      ['settlement.created', 'pending'],
      [`settlement.${outcome}`, outcome],
    ] as const) {
      const data = { settlement_code, amount, status, period };
      await emit(unit, services, { event, terminalId, merchantCode: terminal.merchant_code, at, data });
    }
    return row;
  });
  services.wakeDispatcher();
  return settlement;
}

/** The settlements of a terminal, oldest first. */
export function settlementsOf({ storage: { db } }: Services, terminalId: string): Promise<SettlementRow[]> {
  return db
    .selectFrom('settlements')
    .selectAll()
    .where('terminal_id', '=', terminalId)
    .orderBy('created_at')
    .orderBy('settlement_code')
    .execute();
}
