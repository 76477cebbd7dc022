// What every shop does with the gateway, whatever its web framework: begin a payment, and settle it.
import type { IranDargahClient } from '@irandargah/client';
import type { Order, Orders, Payment } from './orders.ts';

export interface Shop {
  gateway: IranDargahClient;
  orders: Orders;
  /** Where browsers and the gateway reach this shop. */
  url: string;
  /** Signs the events that the gateway sends. */
  webhookSecret: string;
}

/**
 * Begins to pay an order.
 * @returns the address of the payer's page, or undefined when the gateway could not be reached: let the payer try
 * again, which repeats the same attempt with the same key.
 */
export async function beginPayment(
  { gateway, orders, url }: Shop,
  order: Order,
): Promise<string | undefined> {
  const attempt = orders.attempt(order);
  const result = await gateway.createPayment(
    { amount: order.amount, order_id: order.id, callback_url: `${url}/payment/return` },
    { idempotencyKey: attempt.idempotencyKey },
  );
  if (!result.ok) {
    console.warn(result.error.message);
    return undefined;
  }
  const { authority, gateway_url } = result.data.transaction;
  orders.created(attempt, authority);
  return gateway_url;
}

/**
 * The one place in which an order becomes paid: called when the payer returns, by an event, and by a job. However
 * often and from wherever, the goods go out once.
 * @returns what to tell the payer.
 */
export async function settle({ gateway, orders }: Shop, payment: Payment): Promise<string> {
  const result = await gateway.verifyPayment(payment);
  switch (result.outcome) {
    case 'paid': {
      const order = orders.find(payment.order_id);
      if (order && orders.markPaid(payment, result.refId)) order.deliveries += 1;
      return 'paid';
    }
    case 'not_paid':
      return result.final ? 'not paid' : 'waiting for the payer';
    case 'unknown':
      return 'being checked';
    case 'mismatch':
      console.error('A person must look at this payment.', payment.authority, result.error.message);
      return 'being checked';
  }
}

/** A job for every minute: payers who closed their browser have paid all the same. */
export async function settlePending(shop: Shop): Promise<void> {
  for (const payment of shop.orders.pending()) await settle(shop, payment);
}
