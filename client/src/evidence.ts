// What proves that a payment was verified, and what is left to say when nothing does (docs/decisions/0082).
import type { components } from '../../generated/types.ts';

type Schemas = components['schemas'];

/** The two values that exist only once a payment is verified. */
export interface Proof {
  refId: string;
  verifiedAt: string;
}

type Claim = { [Name in 'ref_id' | 'verified_at']?: unknown };

// A reference of zeros is none, and a moment needs a digit that is not zero.
const isReference = (value: unknown): value is string => typeof value === 'string' && /[^\s0-]/.test(value);
const isMoment = (value: unknown): value is string => typeof value === 'string' && /[1-9۱-۹]/.test(value);

/** The proof that a verification was made, if it has both its values; whatever else they hold is none. */
export function proofOf({ ref_id, verified_at }: Claim): Proof | undefined {
  return isReference(ref_id) && isMoment(verified_at)
    ? { refId: ref_id, verifiedAt: verified_at }
    : undefined;
}

/** Whether nothing at all speaks for a verification. */
export function hasNoTrace({ ref_id, verified_at }: Claim): boolean {
  return !isReference(ref_id) && !isMoment(verified_at);
}

/** Why a payment is not paid, in the gateway's words. */
export type UnpaidReason = 'payment_unpaid' | 'payment_failed' | 'payment_expired' | 'payment_cancelled';

/** Whether a reason is the last word on a payment. */
const finality: Record<UnpaidReason, boolean> = {
  payment_unpaid: false,
  payment_failed: true,
  payment_expired: true,
  payment_cancelled: true,
};

const reasonByStatus: Record<string, UnpaidReason> = {
  failed: 'payment_failed',
  timeout: 'payment_expired',
  cancelled: 'payment_cancelled',
};

export interface Unpaid {
  reason: UnpaidReason;
  final: boolean;
}

/** What the gateway's own word says of an unpaid payment; undefined for any word that does not say so. */
export function unpaidBecause(reason: unknown): Unpaid | undefined {
  return typeof reason === 'string' && Object.hasOwn(finality, reason)
    ? { reason: reason as UnpaidReason, final: finality[reason as UnpaidReason] }
    : undefined;
}

/** What a transaction says of a payment without a trace of a verification; undefined when it may have been paid. */
export function unpaidBy(
  transaction: Partial<Pick<Schemas['Transaction'], 'status' | 'can_be_verified'>>,
): Unpaid | undefined {
  const { status, can_be_verified } = transaction;
  if (can_be_verified) return undefined;
  if (status === 'pending' && can_be_verified === false) return unpaidBecause('payment_unpaid');
  return typeof status === 'string' && Object.hasOwn(reasonByStatus, status)
    ? unpaidBecause(reasonByStatus[status])
    : undefined;
}
