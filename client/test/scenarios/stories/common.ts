// The order that the shops of all scenarios take, and what they do with it.
import type { Demand, Scenario, ShopAsk, Step } from '../scenario.ts';

export const amount = 250_000;
export const orderId = 'ORDER-12345';

export const order = { amount, order_id: orderId, callback_url: 'https://shop.example/return' };

/** Creates the payment of an order; what was told is kept under `as`. */
export const creates = (as = 'first', change: Partial<typeof order> = {}): Step => ({
  ask: { do: 'create', order: { ...order, ...change } },
  told: { outcome: 'created', authority: { matches: '^\\w+$' }, idempotency_key: { matches: '.' } },
  as,
});

export const record = (as = 'first', change: { amount?: number; order_id?: string } = {}) => ({
  authority: `$${as}.authority`,
  amount,
  order_id: orderId,
  ...change,
});

/** Verifies with the shop's record, or with one that is not right. */
export const verifies = (
  told: { readonly [field: string]: Demand },
  as = 'first',
  change: { amount?: number; order_id?: string } = {},
): Step => ({ ask: { do: 'verify', payment: record(as, change) }, told });

export const pays = (as = 'first'): Step => ({ pay: `$${as}.authority` });

export const paid = {
  outcome: 'paid',
  ref_id: { matches: '[1-9]' },
  verified_at: { matches: '^1[34]\\d\\d-' },
};
export const paidNow = { ...paid, already_verified: false };
export const paidBefore = { ...paid, already_verified: true };

/** Something that is asked once, in a scenario of its own. */
export const single = (name: string, ask: ShopAsk, told: { readonly [field: string]: Demand }): Scenario => ({
  name,
  steps: [{ ask, told }],
});
