// The same true callback more than once: a reloaded page, and five at the same moment.
import type { Page } from '../browser.ts';
import type { Check, Finding, Scene } from '../check.ts';
import type { Order } from '../shop.ts';
import { honestPayment } from './payments.ts';

/** A paid order must stay paid, and its payer must not be told otherwise. */
async function stillPaid({ shop }: Scene, order: Order, page: Page): Promise<Finding> {
  const told = await shop.status(order);
  if (told && !told.paid) return { verdict: 'fail', evidence: 'no_longer_paid' };
  const looks = shop.looksLike(order, page);
  if (looks === 'unpaid')
    return { verdict: 'fail', evidence: 'payer_told_failure', values: { status: page.status } };
  return told || looks === 'paid'
    ? { verdict: 'pass', evidence: 'still_paid' }
    : { verdict: 'not-observable', evidence: 'status_needed' };
}

const atOnce = 5;

export const repetitionChecks: Check[] = [
  {
    id: 'doubled-callback',
    run: async (scene) => {
      const { order, callback } = await honestPayment(scene);
      const page = await scene.shop.return(order, callback.fields);
      return [await stillPaid(scene, order, page)];
    },
  },
  {
    id: 'delivered-once',
    run: async (scene) => {
      const { gateway, shop } = scene;
      const order = await shop.order();
      const { fields } = await gateway.pay(order.authority, 'success');
      const pages = await Promise.all(Array.from({ length: atOnce }, () => shop.return(order, fields)));
      const answered = pages.find(({ status }) => status > 0 && status < 400) ?? (pages[0] as Page);
      if (!(await shop.becomesPaid(order, answered))) {
        return [{ verdict: 'fail', evidence: 'payment_lost', values: { status: answered.status } }];
      }
      const deliveries = (await shop.status(order))?.deliveries;
      if (deliveries === undefined) return [{ verdict: 'not-observable', evidence: 'deliveries_needed' }];
      return [
        { verdict: deliveries === 1 ? 'pass' : 'fail', evidence: 'delivered_times', values: { deliveries } },
      ];
    },
  },
];
