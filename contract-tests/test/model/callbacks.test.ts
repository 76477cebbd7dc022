// The chapter on callbacks: the payer comes back to the right address with what has become of the payment.
import { describe, expect, it } from 'vitest';
import { paymentLifecycle } from '../../src/contract/facts.ts';
import { placeOfRule } from '../../src/contract/places.ts';
import { wordOf } from '../../src/judge/word.ts';
import { authority, last, shopStory, type Told } from './shop-story.ts';

const paid = { status_code: '201', ref_id: 'R1', card_pan: '603799******6789' };
const stories: Told[] = [
  ['paid', (story) => last(story.create(), story.pay('success'), story.comeBack(paid)), []],
  [
    'paid, without the fields that are promised for later',
    (story) => last(story.create(), story.pay('success'), story.comeBack({ status_code: '201' })),
    [],
  ],
  [
    'paid and verified',
    (story) =>
      last(
        story.create({ direct_verify: true }),
        story.pay('success'),
        story.comeBack({ ...paid, status_code: '100' }),
      ),
    [],
  ],
  [
    'verified, and said to wait for it',
    (story) => last(story.create({ direct_verify: true }), story.pay('success'), story.comeBack(paid)),
    ['/form/status_code'],
  ],
  [
    'paid, and said to be verified',
    (story) => last(story.create(), story.pay('success'), story.comeBack({ ...paid, status_code: '100' })),
    ['/form/status_code'],
  ],
  [
    'failed, and said to be paid',
    (story) => last(story.create(), story.pay('failed'), story.comeBack({ status_code: '201' })),
    ['/form/status_code'],
  ],
  [
    'failed, with a reference',
    (story) => last(story.create(), story.pay('failed'), story.comeBack({ ...paid, status_code: '-1' })),
    ['/form/ref_id', '/form/card_pan'],
  ],
  [
    'paid with another card',
    (story) =>
      last(story.create(), story.pay('success'), story.comeBack({ ...paid, card_pan: '621986******5678' })),
    ['/form/card_pan'],
  ],
  [
    'with another amount and order',
    (story) =>
      last(
        story.create(),
        story.pay('success'),
        story.comeBack({ ...paid, amount: '10000', order_id: 'ORDER-2' }),
      ),
    ['/form/amount', '/form/order_id'],
  ],
  [
    'with the authority of nobody',
    (story) =>
      last(
        story.create(),
        story.pay('success'),
        story.comeBack({ ...paid, authority: '19000101000000AAAA' }),
      ),
    ['/form/authority'],
  ],
  [
    'without the query of the shop',
    (story) =>
      last(
        story.create(),
        story.pay('success'),
        story.comeBack(paid, { url: 'https://shop.example/callback' }),
      ),
    ['/url'],
  ],
  [
    'to another address',
    (story) =>
      last(
        story.create(),
        story.pay('success'),
        story.comeBack(paid, { url: 'https://shop.example/?shop=7' }),
      ),
    ['/url'],
  ],
  [
    'by another method',
    (story) => last(story.create(), story.pay('success'), story.comeBack(paid, { method: 'GET' })),
    ['/method'],
  ],
  [
    'paid, and after its time, when the money has gone back',
    (story) =>
      last(
        story.create(),
        story.pay('success'),
        story.wait(paymentLifecycle.lifetime_seconds.sandbox + 60),
        story.comeBack({ status_code: '-1' }),
      ),
    [],
  ],
  [
    'paid, and said to be so after its time, when the money has gone back',
    (story) =>
      last(
        story.create(),
        story.pay('success'),
        story.wait(paymentLifecycle.lifetime_seconds.sandbox + 60),
        story.comeBack(paid),
      ),
    ['/form/status_code'],
  ],
  [
    'a second time as before',
    (story) =>
      last(story.create(), story.pay('failed'), [
        ...story.comeBack({ status_code: '-1' }),
        ...story.comeBack({ status_code: '-1' }),
      ]),
    [],
  ],
  [
    'a second time with another message',
    (story) =>
      last(
        story.create(),
        story.pay('failed'),
        story.comeBack({ status_code: '-1', message: 'a' }),
        story.comeBack({ status_code: '-1', message: 'b' }),
      ),
    ['/form/message'],
  ],
  [
    'cancelled by the shop, with nobody on the page',
    (story) => {
      story.create();
      const path = `/v2/payments/${authority}/cancel`;
      story.call('cancelPayment', undefined, { transaction: { authority } }, { path });
      return story.comeBack({ status_code: '-1' });
    },
    ['/'],
  ],
];

describe('a callback', () => {
  it.each(stories)('%s', (_, play, at) => {
    const findings = play(shopStory());
    expect(findings.map((finding) => finding.at)).toEqual(at);
    for (const { rule } of findings) expect(placeOfRule(rule)).toMatch(/^openapi\/.+:[0-9]+$/);
  });
});

describe('a callback with another number for a failure', () => {
  it.each([
    ['after the payment has failed', 'failed', 0],
    [
      'while its time runs out, so that it may still be paid',
      'success',
      paymentLifecycle.lifetime_seconds.sandbox,
    ],
  ] as const)('differs from what we assume, and breaks nothing: %s', (_, act, wait) => {
    const story = shopStory();
    const findings = last(
      story.create(),
      story.pay(act),
      story.wait(wait),
      story.comeBack({ status_code: '-4' }),
    );
    expect(findings.map((finding) => [finding.at, wordOf(finding)])).toEqual([
      ['/form/status_code', 'differs'],
    ]);
  });
});
