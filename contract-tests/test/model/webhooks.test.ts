// The chapters on webhooks: right stories pass, and each wrong one is found at its place.
import { describe, expect, it } from 'vitest';
import { placeOfRule } from '../../src/contract/places.ts';
import type { Finding } from '../../src/judge/finding.ts';
import { wordOf } from '../../src/judge/word.ts';
import { address, last, type Story, shopStory, type Told } from './shop-story.ts';

const unknownWebhook = {
  code: -2,
  type: 'validation_error',
  details: { validation: { webhook_id: ['unknown'] } },
};

const unsubscribe = (story: Story, as = 'A', error?: object) =>
  story.call(
    'unsubscribeWebhook',
    { webhook_id: 'hook-A' },
    { webhook_id: 'hook-A', status: 'unsubscribed' },
    { as, ...(error && { error }) },
  );
const test = (story: Story, as = 'A', result: object = {}, error?: object) =>
  story.call(
    'testWebhook',
    { webhook_id: 'hook-A', event_type: 'payment.created' },
    {
      webhook_id: 'hook-A',
      event_type: 'payment.created',
      test_result: { status: 'success', response_code: 200, response_time: 1, error: null, ...result },
    },
    { as, ...(error && { error }) },
  );
/** A sample is of a payment that does not exist. */
const sample = { data: { authority: '1900010121424146HC' } };

const check = ([, play, at]: Told) => {
  const findings: Finding[] = play(shopStory());
  expect(findings.map((finding) => finding.at)).toEqual(at);
  for (const { rule } of findings) expect(placeOfRule(rule)).toMatch(/^openapi\/.+:[0-9]+$/);
};

/** A shop whose verified payment is settled once or twice, and how much is told of the last. */
const settled = (story: Story, outcomes: ('completed' | 'failed')[], amount: number, returned = 0) => {
  story.subscribe({}, { events: ['settlement.created'] });
  story.create();
  story.pay('success');
  story.verify();
  if (returned > 0) story.refund(returned);
  return last(
    ...outcomes.map((outcome, index) => {
      if (index > 0 && outcomes[index - 1] === 'completed') {
        story.create({}, 'A', 'ANOTHER');
        story.pay('success', 'ANOTHER');
        story.call('createVerification', { authority: 'ANOTHER', amount: 100_000 }, {});
      }
      story.settle(outcome);
      const isLast = index === outcomes.length - 1;
      const data = { authority: undefined, amount: isLast ? amount : 100_000 - returned };
      return story.deliver({ event: 'settlement.created', id: `evt-${index}`, data });
    }),
  );
};

const settlements: Told[] = [
  ['of what was verified', (story) => settled(story, ['completed'], 100_000), []],
  ['of more than that', (story) => settled(story, ['completed'], 200_000), ['/body/data/amount']],
  ['less what was returned', (story) => settled(story, ['completed'], 96_000, 4000), []],
  [
    'and of what was returned',
    (story) => settled(story, ['completed'], 100_000, 4000),
    ['/body/data/amount'],
  ],
  ['once more after one that failed', (story) => settled(story, ['failed', 'completed'], 100_000), []],
  [
    'with what the one before has taken',
    (story) => settled(story, ['completed', 'completed'], 200_000),
    ['/body/data/amount'],
  ],
];

const subscriptions: Told[] = [
  ['as it was asked for', (story) => story.subscribe(), []],
  [
    'with its events in another order',
    (story) =>
      story.subscribe(
        { events: ['payment.failed', 'payment.created'] },
        { events: ['payment.created', 'payment.failed'] },
      ),
    [],
  ],
  ['of another address', (story) => story.subscribe({ url: `${address}/` }), ['/body/data/webhook/url']],
  [
    'of fewer events',
    (story) =>
      story.subscribe({ events: ['payment.created'] }, { events: ['payment.created', 'payment.failed'] }),
    ['/body/data/webhook/events'],
  ],
  [
    'with the shop’s own secret in clear',
    (story) => story.subscribe({ secret: 'a'.repeat(64) }),
    ['/body/data/webhook/secret'],
  ],
  [
    'with a made secret that nobody learns',
    (story) =>
      story.call(
        'subscribeWebhook',
        { url: address, events: ['payment.created'] },
        { webhook: { id: '1', url: address, events: ['payment.created'], secret: '***masked***' } },
      ),
    ['/body/data/webhook/secret'],
  ],
  [
    'with the identifier of another',
    (story) => [...story.subscribe(), ...story.subscribe()],
    ['/body/data/webhook/id'],
  ],
  [
    'ended, and ended again',
    (story) => [...story.subscribe(), ...unsubscribe(story), ...unsubscribe(story)],
    [],
  ],
  [
    'ended, and not known when it is ended again',
    (story) => [...story.subscribe(), ...unsubscribe(story), ...unsubscribe(story, 'A', unknownWebhook)],
    ['/status'],
  ],
  [
    'not known to its owner',
    (story) => [...story.subscribe(), ...unsubscribe(story, 'A', unknownWebhook)],
    ['/body/error/details/validation/webhook_id'],
  ],
  ['ended by another terminal', (story) => [...story.subscribe(), ...unsubscribe(story, 'B')], ['/status']],
  [
    'refused to another terminal',
    (story) => [
      ...story.subscribe(),
      ...unsubscribe(story, 'B', unknownWebhook),
      ...test(story, 'B', {}, unknownWebhook),
    ],
    [],
  ],
];

const tests: Told[] = [
  [
    'a right one',
    (story) => [...story.subscribe(), ...test(story), ...story.deliver(sample), ...story.allSeen()],
    [],
  ],
  [
    'of a webhook that has ended',
    (story) => [...story.subscribe(), ...unsubscribe(story), ...test(story)],
    ['/status'],
  ],
  ['of another terminal’s webhook', (story) => [...story.subscribe(), ...test(story, 'B')], ['/status']],
  [
    'that sends nothing',
    (story) => [...story.subscribe(), ...test(story), ...story.allSeen(), ...story.allSeen()],
    ['/body/data/test_result/status'],
  ],
  [
    'that sends twice',
    (story) => [
      ...story.subscribe(),
      ...test(story),
      ...story.deliver(sample),
      ...story.deliver({ ...sample, id: 'evt-2' }),
    ],
    [`/headers/X-Webhook-ID`],
  ],
  [
    'that is tried again',
    (story) => [
      ...story.subscribe(),
      ...test(story, 'A', { status: 'failed', response_code: 500 }),
      ...story.deliver({ ...sample, answered: 500 }),
      ...story.deliver({ ...sample, at: 120 }),
    ],
    ['/'],
  ],
  [
    'that calls a failure a success',
    (story) => [...story.subscribe(), ...test(story), ...story.deliver({ ...sample, answered: 500 })],
    ['/body/data/test_result/status', '/body/data/test_result/response_code'],
  ],
  [
    'that counts in seconds',
    (story) => [...story.subscribe(), ...test(story), ...story.deliver({ ...sample, took: 300 })],
    ['/body/data/test_result/response_time'],
  ],
];

const deliveries: Told[] = [
  [
    'that was due',
    (story) => [...story.subscribe(), ...story.create(), ...story.deliver(), ...story.allSeen()],
    [],
  ],
  [
    'that does not come',
    (story) => [...story.subscribe(), ...story.create(), ...story.allSeen(), ...story.allSeen()],
    ['/'],
  ],
  [
    'that nobody has asked for',
    (story) => [
      ...story.subscribe({ events: ['payment.failed'] }, { events: ['payment.failed'] }),
      ...story.create(),
      ...story.deliver(),
    ],
    ['/body/event'],
  ],
  ['to an address that nobody has subscribed', (story) => [...story.create(), ...story.deliver()], ['/']],
  [
    'of a payment of another terminal',
    (story) => [...story.subscribe(), ...story.create({}, 'B'), ...story.deliver()],
    ['/body/data/authority'],
  ],
  [
    'of a payment that nobody has made',
    (story) => [...story.subscribe(), ...story.deliver()],
    ['/body/data/authority'],
  ],
  [
    'that comes twice under two names',
    (story) => [
      ...story.subscribe(),
      ...story.create(),
      ...story.deliver(),
      ...story.deliver({ id: 'evt-2' }),
    ],
    ['/headers/X-Webhook-ID'],
  ],
  [
    'of another merchant than before',
    (story) => [
      ...story.subscribe({}, { events: ['payment.created'] }),
      ...story.create(),
      ...story.deliver(),
      ...story.create({}, 'A', '2025100121424146HD'),
      ...story.deliver({ id: 'evt-2', merchant: 'M2', data: { authority: '2025100121424146HD' } }),
    ],
    ['/body/merchant_code'],
  ],
  [
    'with another amount',
    (story) => [...story.subscribe(), ...story.create(), ...story.deliver({ data: { amount: 10_000 } })],
    ['/body/data/amount'],
  ],
  [
    'after the end',
    (story) => [
      ...story.subscribe(),
      ...unsubscribe(story),
      ...story.wait(60),
      ...story.create(),
      ...story.deliver(),
    ],
    ['/'],
  ],
];

const all = [
  'payment.created',
  'payment.completed',
  'verification.completed',
  'payment.failed',
  'payment.cancelled',
  'payment.reversed',
];
const paid = (story: Story) => {
  story.subscribe({}, { events: all.slice(1) });
  story.create();
  return story.pay('success');
};
const outcomes: Told[] = [
  [
    'completed before it is verified',
    (story) => last(paid(story), story.deliver({ event: 'payment.completed' })),
    ['/body/event'],
  ],
  [
    'completed when it is verified',
    (story) =>
      last(
        paid(story),
        story.verify(),
        story.deliver({
          event: 'payment.completed',
          data: { ref_code: 'R1', verified_at: '1404-07-17 12:00:00' },
        }),
      ),
    [],
  ],
  [
    'completed with another reference and time',
    (story) =>
      last(
        paid(story),
        story.verify(),
        story.deliver({
          event: 'payment.completed',
          data: { ref_code: 'R2', verified_at: '1404-07-17 12:01:00' },
        }),
      ),
    ['/body/data/ref_code', '/body/data/verified_at'],
  ],
  [
    'failed although it was paid',
    (story) => last(paid(story), story.deliver({ event: 'payment.failed', data: { status: 'failed' } })),
    ['/body/event'],
  ],
  [
    'reversed when its time is over',
    (story) => last(paid(story), story.wait(900), story.deliver({ event: 'payment.reversed' })),
    [],
  ],
  [
    'reversed before its time is over',
    (story) => last(paid(story), story.wait(300), story.deliver({ event: 'payment.reversed' })),
    ['/body/event'],
  ],
];

const failing = (story: Story) => {
  story.subscribe();
  story.create();
  return story.deliver({ answered: 500, at: 0 });
};
const retries: Told[] = [
  [
    'at their times',
    (story) => [
      ...failing(story),
      ...story.deliver({ at: 120, answered: null }),
      ...story.deliver({ at: 360, answered: 302 }),
      ...story.deliver({ at: 840, answered: 400 }),
      ...story.wait(9000),
      ...story.allSeen(),
    ],
    [],
  ],
  [
    'after three minutes',
    (story) => [...failing(story), ...story.deliver({ at: 180 })],
    ['/headers/X-Webhook-Timestamp'],
  ],
  ['at once', (story) => [...failing(story), ...story.deliver({ at: 5 })], ['/headers/X-Webhook-Timestamp']],
  ['that never come', (story) => [...failing(story), ...story.wait(200), ...story.allSeen()], ['/']],
  [
    'after a success',
    (story) => [...failing(story), ...story.deliver({ at: 120 }), ...story.deliver({ at: 360 })],
    ['/'],
  ],
  [
    'after an answer that came too late',
    (story) => [
      ...story.subscribe(),
      ...story.create(),
      ...story.deliver({ at: 0, took: 11_000 }),
      ...story.deliver({ at: 130 }),
    ],
    [],
  ],
  [
    'one too many',
    (story) => [
      ...failing(story),
      ...[120, 360, 840, 1320].flatMap((at) => story.deliver({ at, answered: 500 })),
    ],
    ['/'],
  ],
  [
    'under another name',
    (story) => [...failing(story), ...story.deliver({ at: 120, id: 'evt-2' })],
    ['/headers/X-Webhook-ID'],
  ],
  [
    'with the time of the first',
    (story) => [...failing(story), ...story.deliver({ at: 120, told: 0 })],
    ['/headers/X-Webhook-Timestamp'],
  ],
  [
    'with other data',
    (story) => [
      ...failing(story),
      ...story.deliver({ at: 120, data: { order_id: 'ORDER-1', status: 'failed' } }),
    ],
    ['/body/data'],
  ],
];

describe('a webhook', () => {
  it.each(subscriptions)('%s', (...told) => check(told));
});
describe('a test of a webhook', () => {
  it.each(tests)('%s', (...told) => check(told));
});
describe('a delivery', () => {
  it.each(deliveries)('%s', (...told) => check(told));
});
describe('an event of a payment', () => {
  it.each(outcomes)('%s', (...told) => check(told));
});
describe('a settlement', () => {
  it.each(settlements)('%s', (...told) => check(told));
});

describe('retries', () => {
  it.each(retries)('%s', (...told) => check(told));
});

describe('what cannot be known', () => {
  it('is left open: payers and payments of a terminal that others use as well', () => {
    const story = shopStory(false);
    story.subscribe({}, { events: all });
    story.create();
    expect([
      ...story.deliver({ data: { authority: '2025100121424146HZ' } }),
      ...story.deliver({ id: 'evt-2', event: 'payment.failed' }),
      ...story.wait(5000),
      ...story.allSeen().filter(({ expected }) => !expected.includes('payment.created')),
    ]).toEqual([]);
  });
  it('but not whether the shop has verified its own payment', () => {
    const story = shopStory(false);
    story.subscribe({}, { events: all });
    story.create();
    const found = story.deliver({ event: 'payment.completed' });
    expect(found.map(({ at }) => at)).toEqual(['/body/event']);
    expect(found.map(wordOf)).toEqual(['differs']);
  });
});

describe('the word', () => {
  const wordsOf = (play: (story: Story) => Finding[]) => play(shopStory()).map(wordOf);
  it('for a missing third retry is milder than for the others, since the page can be read so', () => {
    const sent = (story: Story, times: number[]) => [
      ...failing(story),
      ...times.flatMap((at) => story.deliver({ at, answered: 500 })),
      ...story.wait(1000),
      ...story.allSeen(),
    ];
    expect(wordsOf((story) => sent(story, [120]))).toEqual(['broken']);
    expect(wordsOf((story) => sent(story, [120, 360]))).toEqual(['differs']);
  });
  it('for the authority of nobody is broken', () => {
    expect(wordsOf((story) => [...story.subscribe(), ...story.deliver()])).toEqual(['broken']);
  });
});
