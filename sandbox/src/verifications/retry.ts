// retryVerification: once more, after an attempt that failed at the bank or the gateway (docs/decisions/0037).
import { command } from '../core/handlers.ts';
import { paymentForChange } from '../payments/lookup.ts';
import { refusal } from '../payments/refusals.ts';
import { isRetryable, retryableStates } from '../payments/states.ts';
import { attemptVerification } from './attempt.ts';

export const retryVerification = command(async (call, unit, services) => {
  const payment = await paymentForChange(call, unit, services, call.path.authority ?? '');
  if (!isRetryable(payment.state)) throw refusal(payment.state);
  return attemptVerification(call, unit, services, payment, retryableStates);
});
