// A careless shop that takes 'verified before' for 'paid', whatever payment it was that had been verified.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { type Behaviour, deliver, sorry, thanks } from './shop.ts';

export const trustsMinus21: Behaviour = {
  callback: async (form, { orders, verify }) => {
    const order = orders.find(({ id }) => id === form.getAll('order_id').at(-1));
    if (!order) return { status: 404, text: 'No such order' };
    const verified = await verify({
      authority: form.get('authority'),
      // Its own amount and its own order, as it should be.
      amount: order.amount,
      order_id: order.id,
    });
    const isPaid = verified.status === 200 || verified.json.error.code === -21;
    if (!isPaid) return sorry;
    if (!order.paid) deliver(order);
    return thanks;
  },
  // As the published Node.js sample does it: the comparison throws when the lengths differ.
  webhook: async (raw, headers, { webhookSecret, orders }) => {
    const { event, data } = JSON.parse(raw);
    const expected = createHmac('sha256', webhookSecret).update(JSON.stringify(data)).digest('hex');
    const fits = timingSafeEqual(Buffer.from(expected), Buffer.from(String(headers['x-webhook-signature'])));
    if (!fits) return { status: 401, text: 'Refused' };
    const order = orders.find(({ authority }) => authority === data.authority);
    if (event === 'payment.completed' && order && !order.paid) deliver(order);
    return { status: 200, text: 'ok' };
  },
};
