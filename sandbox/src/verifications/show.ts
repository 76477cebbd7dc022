// A verification as the API shows it; both of its values are null until there is one (docs/decisions/0036).
import { jalaliDateTimeOrNull } from '../core/calendar.ts';
import { referenceOf } from '../payments/show.ts';
import type { PaymentRow } from '../storage/schema.ts';

export function verificationOf(payment: PaymentRow): unknown {
  return {
    ref_id: referenceOf(payment),
    authority: payment.authority,
    amount: payment.amount,
    verified_at: jalaliDateTimeOrNull(payment.verified_at),
  };
}
