// createRefund: returns money of a verified payment, never more than there was (docs/decisions/0012).
import { sandbox } from '../../../generated/facts.ts';
import { stateForbids } from '../contract/errors.ts';
import { jalaliDateTime } from '../core/calendar.ts';
import { command, WorkFailed } from '../core/handlers.ts';
import { faultOf } from '../faults/in-the-work.ts';
import { paymentForChange } from '../payments/lookup.ts';
import { isVerified } from '../payments/states.ts';
import type { Queries } from '../storage/storage.ts';
import { emit } from '../webhooks/events.ts';

interface RefundRequest {
  authority: string;
  amount?: number;
  reason?: string;
}

/** What has been returned of a payment so far; the payment is locked, so that two refunds cannot both fit. */
async function refundedOf(unit: Queries, authority: string): Promise<number> {
  await unit
    .updateTable('payments')
    .set(({ ref }) => ({ updated_at: ref('updated_at') }))
    .where('authority', '=', authority)
    .execute();
  const { sum } = await unit
    .selectFrom('refunds')
    .select(({ fn }) => fn.sum<number | null>('amount').as('sum'))
    .where('authority', '=', authority)
    .executeTakeFirstOrThrow();
  return Number(sum ?? 0);
}

export const createRefund = command(async (call, unit, services) => {
  const { terminalId, merchantCode } = call.caller;
  const { authority, amount: asked, reason = null } = call.body as RefundRequest;
  const payment = await paymentForChange(call, unit, services, authority);
  if (!isVerified(payment.state)) throw stateForbids('payment_not_verified');
  const amount = asked ?? payment.amount;
  const refunded = await refundedOf(unit, authority);
  if (refunded + amount > payment.amount) throw stateForbids('refund_exceeds_payment');
  const fault = await faultOf(unit, call);
  if (fault) return new WorkFailed(fault);
  const refund = {
    refund_code: services.identifiers.refundCode(),
    authority,
    amount,
    status: 'pending' as const,
    reason,
  };
  await unit
    .insertInto('refunds')
    .values({
      ...refund,
      terminal_id: terminalId,
      created_at: call.now,
      payout_at: call.now + sandbox.refund_payout_seconds * 1000,
      completed_at: null,
    })
    .execute();
  const data = { ...refund, created_at: jalaliDateTime(call.now) };
  await emit(unit, services, { event: 'refund.created', terminalId, merchantCode, at: call.now, data });
  return {
    refund: data,
    meta: {
      request_id: call.requestId,
      processing_time_ms: Math.round(services.clock.elapsed() - call.startedAt),
    },
  };
});
