// cancelPayment: the shop withdraws a payment that nobody has paid yet (docs/decisions/0034 and 0071).

import { command, WorkFailed } from '../core/handlers.ts';
import { faultOf } from '../faults/in-the-work.ts';
import { paymentForChange } from './lookup.ts';
import { cancel } from './pay.ts';
import { refusal } from './refusals.ts';
import { paymentData } from './show.ts';
import { isPayable } from './states.ts';

export const cancelPayment = command(async (call, unit, services) => {
  const authority = call.path.authority ?? '';
  const payment = await paymentForChange(call, unit, services, authority);
  if (!isPayable(payment.state)) throw refusal(payment.state);
  const fault = await faultOf(unit, call);
  if (fault) return new WorkFailed(fault);
  const cancelled = await cancel(unit, services, payment, call.caller.merchantCode, call.now);
  // The payer was faster: what the payment is now says why.
  if (!cancelled) throw refusal((await paymentForChange(call, unit, services, authority)).state);
  return paymentData(cancelled, call);
});
