// getVerification: has this payment been verified?
import { query } from '../core/handlers.ts';
import { paymentToShow } from '../payments/lookup.ts';
import { verificationOf } from './show.ts';

export const getVerification = query(async (call, services) => ({
  verification: verificationOf(await paymentToShow(call, services)),
  meta: { request_id: call.requestId },
}));
