// getPayment: what has become of a payment.
import { query } from '../core/handlers.ts';
import { paymentToShow } from './lookup.ts';
import { paymentData } from './show.ts';

export const getPayment = query(async (call, services) =>
  paymentData(await paymentToShow(call, services), call),
);
