// createVerification: existence, then state, then comparison, then the bank (docs/decisions/0019, 0035 and 0050).
import { type FaultyFields, validationError } from '../contract/errors.ts';
import { message } from '../contract/messages.ts';
import { command } from '../core/handlers.ts';
import { paymentForChange } from '../payments/lookup.ts';
import { refusal } from '../payments/refusals.ts';
import { isVerifiable, verifiableStates } from '../payments/states.ts';
import { attemptVerification } from './attempt.ts';

interface VerificationRequest {
  authority: string;
  amount: number;
  order_id?: string;
}

export const createVerification = command(async (call, unit, services) => {
  const request = call.body as VerificationRequest;
  const payment = await paymentForChange(call, unit, services, request.authority);
  if (!isVerifiable(payment.state)) throw refusal(payment.state);
  const faults: FaultyFields = {};
  if (request.amount !== payment.amount) faults.amount = [message('amount_mismatch')];
  if (request.order_id !== undefined && request.order_id !== payment.order_id) {
    faults.order_id = [message('order_mismatch')];
  }
  if (Object.keys(faults).length > 0) throw validationError(faults);
  return attemptVerification(call, unit, services, payment, verifiableStates);
});
