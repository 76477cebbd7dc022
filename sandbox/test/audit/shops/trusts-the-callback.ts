// A careless shop, as the published handlers are: it verifies with the amount and marks the order that the callback brought.
import { type Behaviour, deliver, sorry, thanks } from './shop.ts';

export const trustsTheCallback: Behaviour = {
  callback: async (form, { orders, verify }) => {
    if (!['201', '100'].includes(form.get('status_code') ?? '')) return sorry;
    const verified = await verify({
      authority: form.get('authority'),
      amount: Number(form.get('amount')),
    });
    if (verified.status !== 200) return sorry;
    const order = orders.find(({ id }) => id === form.get('order_id'));
    if (order) deliver(order);
    return thanks;
  },
  webhook: async (raw, _headers, { orders }) => {
    const { event, data } = JSON.parse(raw);
    const order = orders.find(({ authority }) => authority === data.authority);
    if (event === 'payment.completed' && order) deliver(order);
    return { status: 200, text: 'ok' };
  },
};
