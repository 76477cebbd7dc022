// A shop that uses this project's client as its documentation says, and has no checks of its own.
import {
  CallbackError,
  createClient,
  handleOnce,
  type Rials,
  readCallback,
  rials,
  verifyWebhook,
  WebhookError,
} from '../../../../client/src/index.ts';
import { memoryStore } from '../../../../client/src/stores/memory.ts';
import { type Behaviour, deliver, type ShopSettings, type StoredOrder, sorry, thanks } from './shop.ts';

interface StoredPayment {
  authority: string;
  amount: Rials;
  order_id: string;
  order: StoredOrder;
}

const stored = (orders: StoredOrder[], authority: string): StoredPayment | undefined => {
  const order = orders.find((each) => each.authority === authority);
  return order && { authority, amount: rials(order.amount), order_id: order.id, order };
};

export function withClient({ baseUrl, token }: ShopSettings): Behaviour {
  const gateway = createClient({ baseUrl, token, environment: 'sandbox' });
  const store = memoryStore();

  const settle = async (payment: StoredPayment): Promise<boolean> => {
    const { outcome } = await gateway.verifyPayment(payment);
    if (outcome === 'paid' && !payment.order.paid) deliver(payment.order);
    return outcome === 'paid';
  };

  return {
    callback: async (form, { orders }) => {
      try {
        const request = { method: 'POST', url: '/callback', body: form.toString() };
        const { payment } = await readCallback(request, (authority) => stored(orders, authority));
        return (await settle(payment)) ? thanks : sorry;
      } catch (error) {
        if (error instanceof CallbackError) return { status: 400, text: error.reason };
        throw error;
      }
    },
    webhook: async (raw, headers, { orders, webhookSecret }) => {
      try {
        const event = await verifyWebhook(raw, headers, webhookSecret);
        const status = await handleOnce(event, store, async ({ data }) => {
          const payment = stored(orders, String((data as { authority?: unknown }).authority));
          if (payment) await settle(payment);
        });
        return { status, text: 'ok' };
      } catch (error) {
        if (error instanceof WebhookError) return { status: 401, text: error.reason };
        throw error;
      }
    },
  };
}
