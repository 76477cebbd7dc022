// A payment as getPayment and cancelPayment show it.

import { jalaliDateTime } from '../core/calendar.ts';
import type { Call } from '../core/call.ts';
import type { PaymentRow } from '../storage/schema.ts';

/** The bank's reference exists for merchants only once the payment is verified (docs/decisions/0053). */
export function referenceOf(payment: PaymentRow): string | null {
  return payment.verified_at === null ? null : payment.bank_reference;
}

export function paymentData(payment: PaymentRow, { requestId, contract }: Call): unknown {
  return {
    transaction: {
      authority: payment.authority,
      ref_id: referenceOf(payment),
      amount: payment.amount,
      status: contract.states[payment.state].status,
      created_at: jalaliDateTime(payment.created_at),
      updated_at: jalaliDateTime(payment.updated_at),
    },
    meta: { request_id: requestId, cached: false },
  };
}
