// Turns a paid payment into your money, once, and tells without doubt whether it is.
import { errors } from '../../generated/client-facts.ts';
import type { ErrorOf } from './errors.ts';
import { hasNoTrace, type Proof, proofOf, type UnpaidReason, unpaidBecause, unpaidBy } from './evidence.ts';
import { isText } from './json.ts';
import type { Rials } from './money.ts';
import type { Operations } from './operations.ts';
import type { CallOptions } from './results.ts';

/** What your own database knows about a payment since you created it. */
export interface StoredPayment {
  readonly authority: string;
  readonly amount: Rials;
  readonly order_id: string;
}

export type VerificationError =
  | ErrorOf<'createVerification'>
  | ErrorOf<'getVerification'>
  | ErrorOf<'getTransaction'>;

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
      /** The money is not yours: unpaid, or on its way back. */
      outcome: 'not_paid';
      payment: Payment;
      reason: UnpaidReason;
      /** Whether it stays so. Otherwise the payer may still pay: verify again later. */
      final: boolean;
      error: VerificationError;
    }
  | {
      /** The gateway's record is not yours: do not deliver, and let a person look. */
      outcome: 'mismatch';
      payment: Payment;
      error: VerificationError;
    }
  | {
      /** Nobody knows yet. Tell the payer that it is being checked, and verify again later. */
      outcome: 'unknown';
      payment: Payment;
      error: VerificationError;
    };

const validation = errors.ErrorValidation.code;
const notFound = errors.ErrorTransactionNotFound.code;

/** Whether the gateway answered with a verification or a transaction that is not the one we asked about. */
const isAboutAnother = (error: VerificationError) =>
  error.code === 'unexpected' && error.details.fault === 'other_payment';

/** Whether the gateway understood the question and has nothing to show for it. */
const hasNothing = ({ code }: VerificationError) => code === notFound || code === validation;

/**
 * Verifies with the amount and the order of your own record; nothing from a callback comes in here.
 *
 * `paid` needs a proof: this authority, exactly this amount, a reference and a time. A final `not_paid` needs the
 * gateway's own word for it. Where the first answer has neither, getVerification and getTransaction are asked; what is
 * still open then is `unknown`. Safe to call as often as you like (docs/decisions/0065, 0066, 0082).
 */
export async function verifyPayment<Payment extends StoredPayment>(
  gateway: Pick<Operations, 'createVerification' | 'getVerification' | 'getTransaction'>,
  payment: Payment,
  options?: CallOptions,
): Promise<PaymentOutcome<Payment>> {
  const { authority, amount, order_id } = payment;
  const verified = await gateway.createVerification({ authority, amount, order_id }, options);
  if (verified.ok) {
    // Without a proof of this authority and this amount the call would not be ok.
    const proof = proofOf(verified.data.verification) as Proof;
    return { outcome: 'paid', payment, ...proof, alreadyVerified: false };
  }
  const error: VerificationError = verified.error;
  const mismatch = { outcome: 'mismatch', payment, error } as const;
  const unknown = { outcome: 'unknown', payment, error } as const;

  if (error.code === notFound || isAboutAnother(error)) return mismatch;
  const already = error.code === errors.ErrorAlreadyVerified.code;
  const refused = error.code === validation;
  const said = refused && unpaidBecause(error.details?.reason);
  if (said) return { outcome: 'not_paid', payment, ...said, error };
  if (!already && !refused && !error.mayHaveActed) return unknown;

  const found = await gateway.getVerification(authority, options);
  if (found.ok) {
    const { verification } = found.data;
    if (typeof verification.amount === 'number' && verification.amount !== amount) return mismatch;
    const known = proofOf(verification);
    if (known && verification.amount === amount) {
      return { outcome: 'paid', payment, ...known, alreadyVerified: true };
    }
    if (already || !hasNoTrace(verification)) return unknown;
  } else {
    if (isAboutAnother(found.error)) return mismatch;
    if (already || !hasNothing(found.error)) return { ...unknown, error: found.error };
  }

  const seen = await gateway.getTransaction(authority, options);
  if (!seen.ok) {
    const strange = isAboutAnother(seen.error) || (refused && hasNothing(seen.error));
    return strange ? mismatch : unknown;
  }
  const { transaction } = seen.data;
  if (typeof transaction.amount === 'number' && transaction.amount !== amount) return mismatch;
  const order: unknown = transaction.order_id;
  if (isText(order) && order !== order_id) return mismatch;
  const unpaid = unpaidBy(transaction);
  return unpaid ? { outcome: 'not_paid', payment, ...unpaid, error } : unknown;
}
