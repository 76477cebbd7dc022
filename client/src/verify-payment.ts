// Turns a paid payment into your money, once, and tells without doubt whether it is.
import { errors } from '../../generated/client-facts.ts';
import type { ErrorOf, StateReason } from './errors.ts';
import type { Rials } from './money.ts';
import type { Operations } from './operations.ts';
import type { CallOptions, Schemas } from './results.ts';

/** What your own database knows about a payment since you created it. */
export interface StoredPayment {
  readonly authority: string;
  readonly amount: Rials;
  readonly order_id: string;
}

export type VerificationError = ErrorOf<'createVerification'> | ErrorOf<'getVerification'>;

export type PaymentOutcome<Payment extends StoredPayment> =
  | {
      /** The money is yours: mark the order as paid if it is not, in one conditional update, and deliver. */
      outcome: 'paid';
      payment: Payment;
      /** Reference of the bank. */
      refId: string;
      /** Jalali, `YYYY-MM-DD HH:mm:ss`. */
      verifiedAt: string;
      /** Verified before this call: after a lost answer, a reloaded page, or by `direct_verify`. */
      alreadyVerified: boolean;
    }
  | {
      /** The money is not yours: unpaid, or on its way back. `payment_unpaid` may still change; other reasons are final. */
      outcome: 'not_paid';
      payment: Payment;
      reason: StateReason | undefined;
      error: VerificationError;
    }
  | {
      /** The gateway's record is not yours: do not deliver, and let a person look. */
      outcome: 'mismatch';
      payment: Payment;
      error: VerificationError | undefined;
    }
  | {
      /** Nobody knows yet. Tell the payer that it is being checked, and verify again later. */
      outcome: 'unknown';
      payment: Payment;
      error: VerificationError;
    };

/**
 * Verifies with the amount and the order of your own record; nothing from a callback comes in here.
 *
 * After a lost answer, and after -21 (verified before), getVerification decides: the payment counts as paid only if
 * it has been verified with exactly your amount. Safe to call as often as you like (docs/decisions/0065, 0066).
 */
export async function verifyPayment<Payment extends StoredPayment>(
  gateway: Pick<Operations, 'createVerification' | 'getVerification'>,
  payment: Payment,
  options?: CallOptions,
): Promise<PaymentOutcome<Payment>> {
  const { authority, amount, order_id } = payment;
  const paid = ({ ref_id, verified_at }: Schemas['Verification'], alreadyVerified: boolean) =>
    ({ outcome: 'paid', payment, refId: ref_id, verifiedAt: verified_at, alreadyVerified }) as const;
  const verified = await gateway.createVerification({ authority, amount, order_id }, options);
  if (verified.ok) return paid(verified.data.verification, false);
  const { error } = verified;
  if (error.code === errors.ErrorTransactionNotFound.code) return { outcome: 'mismatch', payment, error };
  if (error.code === errors.ErrorValidation.code) {
    if (error.type === errors.ErrorStateForbids.type) {
      return { outcome: 'not_paid', payment, reason: error.details?.reason, error };
    }
    return { outcome: error.status === errors.ErrorValidation.http ? 'mismatch' : 'unknown', payment, error };
  }
  const already = error.code === errors.ErrorAlreadyVerified.code;
  if (!already && !error.mayHaveActed) return { outcome: 'unknown', payment, error };
  const found = await gateway.getVerification(authority, options);
  if (!found.ok) return { outcome: 'unknown', payment, error: found.error };
  const { verification } = found.data;
  if (verification.amount !== amount) return { outcome: 'mismatch', payment, error };
  if (verification.verified_at === null) return { outcome: 'unknown', payment, error };
  return paid(verification, true);
}
