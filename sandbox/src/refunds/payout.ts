// Pays refunds out when their time has come, and reports it.
import { jalaliDateTime } from '../core/calendar.ts';
import type { Services } from '../core/services.ts';
import { furthestTime, hasCome } from '../terminals/clock.ts';
import { oneByOne } from '../terminals/one-by-one.ts';
import { emit } from '../webhooks/events.ts';

/** How many are paid out before others get their turn. */
const batch = 100;

/**
 * Completes every refund whose payout is due on its terminal's clock.
 * @param terminalId only those of one terminal; all terminals when it is not given.
 * @returns how many there were.
 */
export async function payOutDue(services: Services, terminalId?: string): Promise<number> {
  const { storage, clock } = services;
  let total = 0;
  /** Terminals whose refunds cannot be paid out now; those of all others are. */
  const failed: string[] = [];
  for (;;) {
    let waiting = storage.db
      .selectFrom('refunds')
      .innerJoin('terminals', 'terminals.id', 'refunds.terminal_id')
      .selectAll('refunds')
      .select('terminals.merchant_code')
      .where('refunds.status', '=', 'pending')
      .where('refunds.payout_at', '<=', await furthestTime(services))
      .where(hasCome('refunds.payout_at', clock.now()))
      .orderBy('refunds.payout_at')
      .limit(batch);
    if (terminalId !== undefined) waiting = waiting.where('refunds.terminal_id', '=', terminalId);
    if (failed.length > 0) waiting = waiting.where('refunds.terminal_id', 'not in', failed);
    const due = await waiting.execute();
    if (due.length === 0) return total;
    failed.push(
      ...(await oneByOne(services, 'paying refunds out', due, async (unit, refund) => {
        const { refund_code, authority, amount, terminal_id, payout_at: at, merchant_code } = refund;
        const completed = await unit
          .updateTable('refunds')
          .set({ status: 'completed', completed_at: at })
          .where('refund_code', '=', refund_code)
          .where('status', '=', 'pending')
          .executeTakeFirst();
        if (completed.numUpdatedRows === 0n) return;
        await emit(unit, services, {
          event: 'refund.completed',
          terminalId: terminal_id,
          merchantCode: merchant_code,
          at,
          data: { refund_code, authority, amount, status: 'completed', completed_at: jalaliDateTime(at) },
        });
      })),
    );
    total += due.length;
  }
}
