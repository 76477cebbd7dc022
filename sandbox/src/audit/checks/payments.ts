// The two honest payments: what the shop does with them is what every attack is compared with.
import { callbackMessages } from '../../../../generated/facts.ts';
import type { Page } from '../browser.ts';
import type { Check, Finding, Scene } from '../check.ts';
import type { TrueCallback } from '../gateway.ts';
import { AuditImpossible } from '../impossible.ts';
import type { Order } from '../shop.ts';

/** A payer who orders, pays, and returns. */
export async function honestPayment({ gateway, shop }: Scene): Promise<{
  order: Order;
  callback: TrueCallback;
  page: Page;
  paid: boolean;
}> {
  const order = await shop.order();
  const callback = await gateway.pay(order.authority, 'success');
  const page = await shop.return(order, callback.fields);
  return { order, callback, page, paid: await shop.becomesPaid(order, page) };
}

export const honestChecks: Check[] = [
  {
    id: 'honest-payment',
    foundation: 'payments',
    run: async (scene) => {
      const { gateway, shop } = scene;
      const fresh = await shop.order();
      if ((await shop.status(fresh))?.paid) throw new AuditImpossible('paid_from_the_start');
      const { order, page, paid } = await honestPayment(scene);
      if (!paid) {
        const asked = (await gateway.requests()).filter(
          ({ operation }) => operation === 'createVerification',
        );
        const refusal = asked.findLast(({ status }) => status !== 200);
        const values = { status: page.status };
        const finding: Finding = refusal
          ? {
              verdict: 'fail',
              evidence: 'honest_refused',
              values: { ...values, code: refusal.answer?.error?.code ?? refusal.status },
            }
          : { verdict: 'fail', evidence: 'honest_unpaid', values };
        return [finding];
      }
      const declined = await shop.order();
      const callback = await gateway.pay(declined.authority, 'failed');
      const refused = await shop.return(declined, callback.fields);
      shop.learn({ order, page }, { order: declined, page: refused });
      return [{ verdict: 'pass', evidence: 'honest_paid' }];
    },
  },
  {
    id: 'declined-payment',
    run: async ({ gateway, shop }) => {
      const order = await shop.order();
      const { fields } = await gateway.pay(order.authority, 'insufficient');
      const page = await shop.return(order, fields);
      return [unpaid(await shop.outcome(order, page), page)];
    },
  },
];

/** What it means that an order which must not be paid is in this condition after an answer. */
export function unpaid(outcome: 'paid' | 'unpaid' | undefined, { status }: Pick<Page, 'status'>): Finding {
  if (outcome === undefined) return { verdict: 'not-observable', evidence: 'status_needed' };
  return outcome === 'paid'
    ? { verdict: 'fail', evidence: 'became_paid', values: { status } }
    : { verdict: 'pass', evidence: 'stayed_unpaid', values: { status } };
}

/** The messages of the callback that promise success. */
export const promises = [
  ['201', callbackMessages['201']],
  ['100', callbackMessages['100']],
] as const;
