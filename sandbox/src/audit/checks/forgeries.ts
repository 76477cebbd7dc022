// Callbacks that nobody but an attacker would send: invented, stolen from another order, or changed.
import { callbackMessages } from '../../../../generated/facts.ts';
import { createIdentifiers } from '../../core/identifiers.ts';
import type { Check, Finding, Scene } from '../check.ts';
import { type Fields, inventedCallback, type Order } from '../shop.ts';
import { honestPayment, promises, unpaid } from './payments.ts';

/**
 * Brings the fields of one payment back for another order.
 * Without a status address a page of success may be that of the right order, so it proves nothing.
 */
async function steal({ shop }: Scene, at: Order, victim: Order, fields: Fields): Promise<Finding> {
  const page = await shop.return(at, fields);
  const told = await shop.status(victim);
  if (told) return unpaid(await shop.outcome(victim, page), page);
  return shop.looksLike(victim, page) === 'unpaid'
    ? unpaid('unpaid', page)
    : { verdict: 'not-observable', evidence: 'status_needed' };
}

/** Every way to pass a payment off as that of another order; a shop finds its order by one of them. */
async function stealInEveryWay(
  scene: Scene,
  own: Order,
  fields: Record<string, string>,
  victim: Order,
): Promise<Finding[]> {
  const ofVictim = { order_id: victim.orderId, amount: String(victim.amount) };
  const authority = fields.authority as string;
  const ways: [string, Order, Fields][] = [
    ['order_id=OTHER', own, { ...fields, order_id: victim.orderId }],
    ['order_id=OTHER&amount=OTHER', own, { ...fields, ...ofVictim }],
    ['order_id=OWN&order_id=OTHER', own, { ...fields, order_id: [own.orderId, victim.orderId] }],
    [
      'authority=OTHER&authority=OWN&order_id=OTHER',
      own,
      { ...fields, authority: [victim.authority, authority], ...ofVictim },
    ],
    // A shop that names its order in the address of the callback is given the other one's address.
    ...(own.callbackUrl === victim.callbackUrl
      ? []
      : ([
          ['callback_url=OTHER, order_id=OTHER', victim, { ...fields, ...ofVictim }],
          ['callback_url=OTHER', victim, fields],
        ] as [string, Order, Fields][])),
  ];
  const findings: Finding[] = [];
  for (const [sent, at, changed] of ways) {
    const finding: Finding = { ...(await steal(scene, at, victim, changed)), sent };
    findings.push(finding);
    if (finding.verdict === 'fail') break;
  }
  return findings;
}

/** The amounts with which the shop asked to verify a payment. */
async function verifiedAmounts({ gateway }: Scene, { authority }: Order, after: number): Promise<number[]> {
  return (await gateway.requests(after))
    .filter(
      ({ operation, request }) => operation === 'createVerification' && request?.authority === authority,
    )
    .map(({ request }) => Number(request?.amount));
}

/** Pays honestly, and changes the amount on the way back. */
async function changeAmount(scene: Scene, change: (amount: number) => number): Promise<Finding> {
  const { gateway, shop } = scene;
  const order = await shop.order();
  const { fields } = await gateway.pay(order.authority, 'success');
  const before = await gateway.now();
  const brought = change(order.amount);
  const page = await shop.return(order, { ...fields, amount: String(brought) });
  // Waits for a shop that verifies in the background.
  await shop.outcome(order, page);
  const amounts = await verifiedAmounts(scene, order, before);
  const wrong = amounts.find((amount) => amount !== order.amount);
  if (wrong !== undefined) {
    return {
      verdict: 'fail',
      evidence: wrong === brought ? 'verified_with_brought_amount' : 'verified_with_other_amount',
      values: { brought, amount: wrong, own: order.amount },
    };
  }
  return amounts.length > 0
    ? { verdict: 'pass', evidence: 'verified_with_own_amount', values: { brought, own: order.amount } }
    : { verdict: 'pass', evidence: 'not_verified', values: { brought, status: page.status } };
}

/** Invents callbacks of success for an order that nobody has paid. */
async function promise(shop: Scene['shop'], order: Order): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [code, message] of promises) {
    const page = await shop.return(order, inventedCallback(order, code, message));
    findings.push({ ...unpaid(await shop.outcome(order, page), page), sent: `status_code=${code}` });
  }
  return findings;
}

export const forgeryChecks: Check[] = [
  {
    id: 'forged-callback',
    run: async ({ shop }) => {
      const order = await shop.order();
      const findings = await promise(shop, order);
      const unknown = createIdentifiers().authority(Date.now());
      const page = await shop.return(order, {
        ...inventedCallback(order, '201', callbackMessages['201']),
        authority: unknown,
      });
      findings.push({ ...unpaid(await shop.outcome(order, page), page), sent: 'authority=UNKNOWN' });
      return findings;
    },
  },
  {
    id: 'another-orders-authority',
    run: async (scene) => {
      const [own, victim] = [await scene.shop.order(), await scene.shop.order()];
      const { fields } = await scene.gateway.pay(own.authority, 'success');
      return stealInEveryWay(scene, own, fields, victim);
    },
  },
  {
    id: 'verified-payment-reused',
    run: async (scene) => {
      const { order, callback } = await honestPayment(scene);
      return stealInEveryWay(scene, order, callback.fields, await scene.shop.order());
    },
  },
  { id: 'changed-amount', run: async (scene) => [await changeAmount(scene, (amount) => amount + 1000)] },
  {
    id: 'toman-for-rial',
    run: async (scene) => {
      const findings = [
        await changeAmount(scene, (amount) => amount / 10),
        await changeAmount(scene, (amount) => amount * 10),
      ];
      const { priceRials: price } = scene;
      if (price === undefined) return [...findings, { verdict: 'not-observable', evidence: 'price_needed' }];
      const { amount } = await scene.shop.order();
      const values = { amount, price };
      if (amount === price) return [...findings, { verdict: 'pass', evidence: 'price_in_rials', values }];
      const evidence = amount * 10 === price ? 'price_in_toman' : 'price_differs';
      return [...findings, { verdict: 'fail', evidence, values }];
    },
  },
  {
    id: 'callback-after-cancel',
    run: async ({ gateway, shop }) => {
      const order = await shop.order();
      const { fields } = await gateway.pay(order.authority, 'cancel');
      await shop.return(order, fields);
      return promise(shop, order);
    },
  },
  {
    id: 'forged-failure',
    run: async ({ gateway, shop }) => {
      const order = await shop.order();
      const { ref_id: _, card_pan: __, ...failure } = inventedCallback(order, '-1', callbackMessages['-1']);
      await shop.return(order, failure);
      const { fields } = await gateway.pay(order.authority, 'success');
      const page = await shop.return(order, fields);
      return [
        (await shop.becomesPaid(order, page))
          ? { verdict: 'pass', evidence: 'paid_all_the_same' }
          : { verdict: 'fail', evidence: 'payment_lost', values: { status: page.status } },
      ];
    },
  },
];
