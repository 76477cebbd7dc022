// Why the state of a payment forbids what was asked of it (docs/decisions/0019, 0034 and 0037).
import { ApiError, stateForbids } from '../contract/errors.ts';
import type { PaymentState } from '../storage/schema.ts';
import { type after, isVerified } from './states.ts';

const reasons: Record<Exclude<PaymentState, typeof after.verification>, string> = {
  AWAITING_PAYMENT: 'payment_unpaid',
  AWAITING_VERIFICATION: 'payment_paid',
  VERIFICATION_FAILED: 'payment_paid',
  FAILED: 'payment_failed',
  CANCELLED: 'payment_cancelled',
  TIMEOUT: 'payment_expired',
};

/** @returns -21 for a payment that is verified already, else -2 with the state as its reason. */
export function refusal(state: PaymentState): ApiError {
  return isVerified(state) ? new ApiError('ErrorAlreadyVerified') : stateForbids(reasons[state]);
}
