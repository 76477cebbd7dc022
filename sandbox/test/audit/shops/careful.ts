// A careful shop: believes its own record and the gateway, and nothing that comes through a browser.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Behaviour, deliver, type ShopInside, type StoredOrder, sorry, thanks } from './shop.ts';

const once = (form: URLSearchParams, name: string) => {
  const values = form.getAll(name);
  return values.length === 1 ? values[0] : undefined;
};

/** Whether the gateway confirms that this order's own payment has been verified with its own amount. */
async function isConfirmed(order: StoredOrder, { verify, getVerification }: ShopInside): Promise<boolean> {
  const { authority, amount, id } = order;
  const verified = await verify({ authority, amount, order_id: id });
  if (verified.status === 200) return true;
  if (verified.json.error.code !== -21) return false;
  const { verification } = (await getVerification(authority)).json.data;
  return verification.verified_at !== null && verification.amount === amount;
}

function deliverOnce(order: StoredOrder): void {
  if (!order.paid) deliver(order);
}

function signatureFits(raw: string, signature: unknown, secret: string): boolean {
  if (typeof signature !== 'string' || !/^[0-9a-f]{64}$/.test(signature)) return false;
  let data: unknown;
  try {
    ({ data } = JSON.parse(raw) as { data?: unknown });
  } catch {
    return false;
  }
  if (typeof data !== 'object' || data === null) return false;
  const expected = createHmac('sha256', secret).update(JSON.stringify(data)).digest();
  return timingSafeEqual(expected, Buffer.from(signature, 'hex'));
}

export const careful: Behaviour = {
  callback: async (form, shop) => {
    const authority = once(form, 'authority');
    const order = shop.orders.find((each) => each.authority === authority);
    if (!order) return { status: 400, text: 'Unknown payment' };
    const fits = once(form, 'order_id') === order.id && once(form, 'amount') === String(order.amount);
    if (!fits) return { status: 400, text: 'The callback does not fit the order' };
    if (await isConfirmed(order, shop)) {
      deliverOnce(order);
      return thanks;
    }
    return sorry;
  },
  webhook: async (raw, headers, shop) => {
    const at = Number(headers['x-webhook-timestamp']);
    const isFresh = Math.abs(Date.now() / 1000 - at) <= 300;
    if (!isFresh || !signatureFits(raw, headers['x-webhook-signature'], shop.webhookSecret)) {
      return { status: 401, text: 'Refused' };
    }
    const { authority } = (JSON.parse(raw) as { data: { authority: string } }).data;
    const order = shop.orders.find((each) => each.authority === authority);
    // The event is only a reason to ask.
    if (order && (await isConfirmed(order, shop))) deliverOnce(order);
    return { status: 200, text: 'ok' };
  },
};
