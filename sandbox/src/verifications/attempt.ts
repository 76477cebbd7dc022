// One attempt at the bank, which may be ordered to fail; the trace of a failed one is what retryVerification needs.
import { webhookDelivery } from '../../../generated/facts.ts';
import type { AuthenticatedCall } from '../core/call.ts';
import { WorkFailed } from '../core/handlers.ts';
import type { Services } from '../core/services.ts';
import { faultOf } from '../faults/in-the-work.ts';
import { paymentForChange } from '../payments/lookup.ts';
import { move } from '../payments/move.ts';
import { refusal } from '../payments/refusals.ts';
import { after, mayBecome } from '../payments/states.ts';
import type { PaymentRow, PaymentState } from '../storage/schema.ts';
import type { Queries } from '../storage/storage.ts';
import { emit } from '../webhooks/events.ts';
import { complete } from './complete.ts';
import { verificationOf } from './show.ts';

/** Writes down that an attempt has failed; a payment whose earlier attempt failed stays as it is. */
async function failAttempt(unit: Queries, services: Services, call: AuthenticatedCall, payment: PaymentRow) {
  const { caller, now } = call;
  const { authority } = payment;
  if (mayBecome(payment.state, after.failedVerification)) {
    await move(unit, authority, after.failedVerification, now);
  }
  await emit(unit, services, {
    event: 'verification.failed',
    terminalId: caller.terminalId,
    merchantCode: caller.merchantCode,
    at: now,
    data: ({ states }) => ({
      authority,
      amount: payment.amount,
      status: states[after.failedVerification].status,
      message: webhookDelivery.messages.verification_failed,
    }),
  });
}

/**
 * Verifies a payment that was found fit for it.
 * @param from the states in which this operation may verify.
 * @returns the data of the answer, or WorkFailed when the bank was ordered to fail.
 * @throws ApiError -21 when another call was faster.
 */
export async function attemptVerification(
  call: AuthenticatedCall,
  unit: Queries,
  services: Services,
  payment: PaymentRow,
  from: readonly PaymentState[],
): Promise<unknown> {
  const fault = await faultOf(unit, call);
  if (fault) {
    await failAttempt(unit, services, call, payment);
    return new WorkFailed(fault);
  }
  const { authority } = payment;
  const verified = await complete(unit, services, authority, call.caller.merchantCode, call.now, { from });
  if (!verified) throw refusal((await paymentForChange(call, unit, services, authority)).state);
  return {
    verification: verificationOf(verified),
    meta: {
      request_id: call.requestId,
      processing_time_ms: Math.round(services.clock.elapsed() - call.startedAt),
    },
  };
}
