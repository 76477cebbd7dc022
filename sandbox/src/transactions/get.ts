// getTransaction: everything the gateway tells of one transaction.
import { successCodes } from '../../../generated/facts.ts';
import { jalaliDateTime } from '../core/calendar.ts';
import { query } from '../core/handlers.ts';
import { paymentToShow } from '../payments/lookup.ts';
import { referenceOf } from '../payments/show.ts';
import { isExpired, isVerifiable } from '../payments/states.ts';

export const getTransaction = query(async (call, services) => {
  const payment = await paymentToShow(call, services);
  return {
    transaction: {
      authority: payment.authority,
      order_id: payment.order_id,
      amount: payment.amount,
      status: call.contract.states[payment.state].status,
      workflow_state: payment.state,
      description: payment.description,
      ref_code: referenceOf(payment),
      callback_url: payment.callback_url,
      created_at: jalaliDateTime(payment.created_at),
      updated_at: jalaliDateTime(payment.updated_at),
      expires_at: jalaliDateTime(payment.expires_at),
      is_expired: isExpired(payment.state),
      can_be_verified: isVerifiable(payment.state),
      verification_status: payment.verified_at === null ? null : successCodes[200].code,
    },
  };
});
