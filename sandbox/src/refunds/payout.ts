// Pays refunds out when their time has come, and reports it.
import { jalaliDateTime } from '../calendar.ts';
import type { Services } from '../services.ts';
import { furthestTime, hasCome } from '../terminals/clock.ts';
import { emit } from '../webhooks/events.ts';

/**
 * Completes every refund whose payout is due on its terminal's clock.
 * @param terminalId only those of one terminal; all terminals when it is not given.
 * @returns how many there were.
 */
export async function payOutDue(services: Services, terminalId?: string): Promise<number> {
  const { storage, clock } = services;
  let waiting = storage.db
    .selectFrom('refunds')
    .innerJoin('terminals', 'terminals.id', 'refunds.terminal_id')
    .selectAll('refunds')
    .select('terminals.merchant_code')
    .where('refunds.status', '=', 'pending')
    .where('refunds.payout_at', '<=', await furthestTime(services))
    .where(hasCome('refunds.payout_at', clock.now()));
  if (terminalId !== undefined) waiting = waiting.where('refunds.terminal_id', '=', terminalId);
  const due = await waiting.execute();
  if (due.length === 0) return 0;
  await storage.write(async (unit) => {
    for (const { refund_code, authority, amount, terminal_id, payout_at: at, merchant_code } of due) {
      const completed = await unit
        .updateTable('refunds')
        .set({ status: 'completed', completed_at: at })
        .where('refund_code', '=', refund_code)
        .where('status', '=', 'pending')
        .executeTakeFirst();
      if (completed.numUpdatedRows === 0n) continue;
      await emit(unit, services, {
        event: 'refund.completed',
        terminalId: terminal_id,
        merchantCode: merchant_code,
        at,
        data: { refund_code, authority, amount, status: 'completed', completed_at: jalaliDateTime(at) },
      });
    }
  });
  return due.length;
}
