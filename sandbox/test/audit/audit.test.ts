// The audit against shops whose faults are known: each fails at its own faults, and a careful one at none.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AuditOptions, audit, type Report } from '../../src/audit/audit.ts';
import { type CheckId, checkTexts } from '../../src/audit/texts/checks.ts';
import { evidence } from '../../src/audit/texts/evidence.ts';
import { type RunningSandbox, startSandbox } from '../../src/start.ts';
import { careful } from './shops/careful.ts';
import { type Behaviour, deliver, price, type ShopSettings, sorry, startShop, thanks } from './shops/shop.ts';
import { trustsMinus21 } from './shops/trusts-minus-21.ts';
import { trustsTheCallback } from './shops/trusts-the-callback.ts';
import { withClient } from './shops/with-client.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, memory: true, ratePerSecond: 0 });
});
afterAll(() => sandbox.close());

const webhookSecret = 'the secret of the webhook';

/** Each shop has a terminal of its own, so that none sees another's requests. */
async function newToken(): Promise<string> {
  const response = await fetch(`${sandbox.url}/_sandbox/terminals`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  });
  return ((await response.json()) as { token: string }).token;
}

/** @param behaviour that of the shop, or what makes it of the settings. */
async function auditOf(
  behaviour: Behaviour | ((settings: ShopSettings) => Behaviour),
  changes: Partial<AuditOptions> = {},
): Promise<Report> {
  const token = await newToken();
  const settings = { baseUrl: sandbox.url, token, webhookSecret };
  const shop = await startShop(typeof behaviour === 'function' ? behaviour(settings) : behaviour, settings);
  try {
    return await audit({
      sandboxUrl: sandbox.url,
      token,
      webhook: { url: `${shop.url}/webhook`, secret: webhookSecret },
      priceRials: price,
      language: 'en',
      checkoutUrl: `${shop.url}/checkout`,
      checkoutBody: '',
      callbackUrl: `${shop.url}/callback`,
      orderStatusUrl: `${shop.url}/orders/{order_id}`,
      patience: 0,
      slowest: 300,
      askForOrder: () => {},
      ...changes,
    });
  } finally {
    await shop.close();
  }
}

const idsOf = ({ checks }: Report, wanted: string) =>
  checks.filter(({ verdict }) => verdict === wanted).map(({ id }) => id);

type Judged = [shop: string, behaviour: Behaviour | typeof withClient, failed: CheckId[]];

describe('with an address that tells an order’s state', () => {
  const withWebhooks: Judged[] = [
    ['is careful', careful, []],
    ['uses the client', withClient, []],
    [
      'is careful, with payments that the gateway verifies',
      { ...careful, payment: { direct_verify: true } },
      [],
    ],
    [
      'verifies with the amount of the callback',
      trustsTheCallback,
      [
        'another-orders-authority',
        'changed-amount',
        'toman-for-rial',
        'doubled-callback',
        'webhook-unsigned',
        'webhook-wrong-signature',
        'webhook-malformed',
        'webhook-stale',
        'webhook-replayed',
        'webhook-renamed',
      ],
    ],
    [
      'takes -21 for paid',
      trustsMinus21,
      [
        'verified-payment-reused',
        'webhook-unsigned',
        'webhook-malformed',
        'webhook-stale',
        'webhook-renamed',
      ],
    ],
    [
      'refuses every webhook',
      { ...careful, webhook: async () => ({ status: 401, text: 'Refused' }) },
      ['webhook-genuine'],
    ],
    [
      'delivers whenever it is called',
      {
        ...careful,
        callback: async (form, shop) => {
          const page = await careful.callback(form, shop);
          const order = shop.orders.find(({ authority }) => authority === form.get('authority'));
          if (page === thanks && order) order.deliveries += 1;
          return page;
        },
      },
      ['delivered-once', 'webhook-replayed'],
    ],
  ];

  it.concurrent.each(withWebhooks)(
    'a shop that %s fails there and nowhere else',
    async (_shop, behaviour, failed) => {
      const report = await auditOf(behaviour);
      expect(idsOf(report, 'fail')).toEqual(failed);
      if (failed.length === 0) expect(idsOf(report, 'not-observable')).toEqual([]);
    },
  );

  const withoutWebhooks: Judged[] = [
    [
      'believes 100',
      {
        ...careful,
        callback: async (form, shop) => {
          const order = shop.orders.find(({ authority }) => authority === form.get('authority'));
          if (form.get('status_code') !== '100' || !order) return careful.callback(form, shop);
          if (!order.paid) deliver(order);
          return thanks;
        },
      },
      ['forged-callback', 'callback-after-cancel'],
    ],
    [
      'delivers after any callback',
      {
        ...careful,
        callback: async (form, { orders }) => {
          const order = orders.find(({ authority }) => authority === form.get('authority'));
          if (order && !order.paid) deliver(order);
          return order ? thanks : sorry;
        },
      },
      [
        'declined-payment',
        'forged-callback',
        'another-orders-authority',
        'verified-payment-reused',
        'callback-after-cancel',
      ],
    ],
    ['never verifies', { ...careful, callback: async () => sorry }, ['honest-payment']],
    [
      'closes an order when the callback says so',
      (() => {
        const closed = new Set<string>();
        return {
          ...careful,
          callback: async (form, shop) => {
            const authority = form.get('authority') ?? '';
            if (form.get('status_code') === '-1') closed.add(authority);
            return closed.has(authority) ? sorry : careful.callback(form, shop);
          },
        } satisfies Behaviour;
      })(),
      ['forged-failure'],
    ],
    ['sends toman', { ...careful, amount: price / 10 }, ['toman-for-rial']],
  ];

  it.concurrent.each(withoutWebhooks)(
    'a shop that %s fails there and nowhere else',
    async (_shop, behaviour, failed) => {
      const report = await auditOf(behaviour, { webhook: undefined });
      expect(idsOf(report, 'fail')).toEqual(failed);
    },
  );
});

it.concurrent.each([
  ['careful', careful, []],
  ['careless', trustsMinus21, ['verified-payment-reused']],
] as [string, Behaviour, CheckId[]][])(
  'waits for a %s shop that verifies after it has answered the payer',
  async (_name, behaviour, expected) => {
    const later: Behaviour = {
      ...behaviour,
      callback: async (form, shop) => {
        setTimeout(() => void behaviour.callback(form, shop), 50);
        return { status: 200, text: 'Your payment is being checked' };
      },
    };
    const report = await auditOf(later, { webhook: undefined, slowest: 10_000 });
    expect(idsOf(report, 'fail')).toEqual(expected);
  },
);

describe('with nothing but the pages that the payer gets', () => {
  const blind = { orderStatusUrl: undefined, webhook: undefined, priceRials: undefined };

  it('lets a careful shop pass, and says what it could not see', async () => {
    const report = await auditOf(careful, blind);
    expect(idsOf(report, 'fail')).toEqual([]);
    expect(idsOf(report, 'pass')).toEqual([
      'honest-payment',
      'declined-payment',
      'forged-callback',
      'another-orders-authority',
      'verified-payment-reused',
      'changed-amount',
      'callback-after-cancel',
      'forged-failure',
      'doubled-callback',
    ]);
  });

  it('still sees at the gateway that the amount of the callback was used', async () => {
    const report = await auditOf(trustsTheCallback, blind);
    expect(idsOf(report, 'fail')).toEqual(['changed-amount', 'toman-for-rial', 'doubled-callback']);
    const found = report.checks.find(({ id }) => id === 'changed-amount');
    expect(found?.evidence[0]?.text).toBe(
      `The shop verified with ${price + 1000}, which the callback had brought, instead of its own ${price}.`,
    );
  });

  it('sees by its look that a forged callback was answered with a success', async () => {
    const report = await auditOf(
      {
        ...careful,
        callback: async (form, shop) =>
          form.get('status_code') === '100' ? thanks : careful.callback(form, shop),
      },
      blind,
    );
    expect(idsOf(report, 'fail')).toEqual(['forged-callback', 'callback-after-cancel']);
  });
});

it('tells which of several things that were sent was let through', async () => {
  const { checks } = await auditOf(trustsMinus21);
  const evidenceOf = (wanted: CheckId) => checks.find(({ id }) => id === wanted)?.evidence ?? [];
  expect(evidenceOf('webhook-malformed')).toMatchObject([
    { sent: 'one digit less', verdict: 'fail', name: 'webhook_crashed' },
    { sent: 'twice the digits', verdict: 'fail' },
    { sent: 'no hexadecimal', verdict: 'pass', name: 'webhook_refused' },
    ...Array.from({ length: 8 }, () => ({ sent: expect.any(String) })),
  ]);
});

it('has every sentence in both languages, with the same blanks', () => {
  const sentences = [
    ...Object.values(evidence),
    ...Object.values(checkTexts).flatMap(({ en, fa }) =>
      (Object.keys(en) as (keyof typeof en)[]).map((part) => ({ en: en[part], fa: fa[part] })),
    ),
  ];
  const blanks = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
  for (const { en, fa } of sentences) {
    expect(fa).toMatch(/[\u0600-\u06ff]/);
    expect(en).not.toMatch(/[\u0600-\u06ff]/);
    expect(blanks(fa)).toEqual(blanks(en));
  }
});
