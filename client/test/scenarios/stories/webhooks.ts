// Deliveries of webhooks: genuine ones in every shape of headers, forgeries, repetitions and slow handlers.
import type { AskWebhook } from '../protocol.ts';
import type { Demand, Scenario, SentWebhook } from '../scenario.ts';
import { amount, orderId, single } from './common.ts';

const secret = 'the secret of the webhook: راز';
const old = 'the secret before';

const data = JSON.stringify({
  authority: '2025100121424146HC',
  amount,
  order_id: orderId,
  ref_code: '2025100121424146HC',
  pan: '603799******1234',
  verified_at: '1404-06-29 10:35:00',
});
const genuine: SentWebhook = { event: 'payment.completed', id: 'event-1', data, secret };
const accepted = {
  outcome: 'event',
  event: 'payment.completed',
  id: 'event-1',
  timestamp: { matches: '^20' },
  data: { amount, order_id: orderId },
};
const refused = (reason: string) => ({ outcome: 'refused', reason });

const verified = (
  name: string,
  change: Partial<SentWebhook>,
  told: { readonly [field: string]: Demand },
  { form = 'map', secrets = [secret] }: Partial<Pick<AskWebhook, 'form' | 'secrets'>> = {},
): Scenario => single(name, { do: 'webhook', sent: { ...genuine, ...change }, form, secrets }, told);

const again = (after_ms: number, change: Partial<SentWebhook> = {}) => ({
  sent: { ...genuine, ...change },
  after_ms,
});

const handled = (
  name: string,
  deliveries: { sent: SentWebhook; after_ms: number }[],
  told: { answers: Demand; runs: number },
  { lease_ms = 60_000, takes_ms = 0, failures = 0 } = {},
): Scenario =>
  single(
    name,
    {
      do: 'deliver',
      // Each scenario has an inbox of its own.
      inbox: name,
      deliveries,
      secrets: [secret],
      lease_ms,
      handler: { takes_ms, failures },
    },
    { outcome: 'delivered', ...told },
  );

export const webhooks: Scenario[] = [
  ...(['map', 'lower', 'lists', 'cgi'] as const).map((form) =>
    verified(`a genuine event with its headers as ${form}`, {}, accepted, { form }),
  ),
  verified('an event under the secret before, while it is changed', { secret: old }, accepted, {
    secrets: [secret, old],
  }),
  verified(
    'an event under a secret that is the shop’s no more',
    { secret: old },
    refused('signature_mismatch'),
  ),
  verified(
    'an event whose data was changed',
    { sentData: data.replace(String(amount), '1') },
    refused('signature_mismatch'),
  ),
  verified(
    'an event whose amount came as text and whose reference as a number',
    {
      data: data.replace(String(amount), `"${amount}"`).replace(/"ref_code":"[^"]*"/, '"ref_code":123456789'),
    },
    { ...accepted, data: { amount, ref_code: '123456789' } },
  ),
  verified('an event that is too old', { age: 3600 }, refused('timestamp_outside_tolerance')),
  verified('an event from the future', { age: -3600 }, refused('timestamp_outside_tolerance')),
  verified(
    'an event without a signature',
    { headers: [['X-Webhook-Signature', '']] },
    refused('signature_missing'),
  ),
  verified(
    'an event without a time',
    { headers: [['X-Webhook-Timestamp', '']] },
    refused('timestamp_missing'),
  ),
  verified('an event without an id', { headers: [['X-Webhook-ID', '']] }, refused('id_missing')),
  verified(
    'an event whose header has another name than its body',
    { headers: [['X-Webhook-Event', 'payment.failed']] },
    refused('event_differs'),
  ),
  verified(
    'a header that comes in two spellings',
    { headers: [['x-webhook-id', 'event-2']] },
    refused('header_doubled'),
  ),
  verified(
    'data that no number can hold',
    { data: '{"a":1e400}', secret: 'a stranger’s' },
    { outcome: 'refused' },
  ),
  verified('no data at all', { data: 'null' }, { outcome: 'refused' }),
  verified('data that is no JSON', { sentData: '{"amount":' }, refused('body_malformed')),
  verified('an event of tomorrow', { event: 'payment.reviewed' }, { outcome: 'event', id: 'event-1' }),
  handled('a delivery is handled', [again(0)], { answers: [200], runs: 1 }),
  handled('a delivery that comes again later is not handled again', [again(0), again(500)], {
    answers: [200, 200],
    runs: 1,
  }),
  handled(
    'a delivery that comes again while its handler runs is to come again',
    [again(0), again(300), again(2500)],
    { answers: [200, 503, 200], runs: 1 },
    { takes_ms: 1500 },
  ),
  handled(
    'ten deliveries of one event at once run one handler',
    Array.from({ length: 10 }, () => again(0)),
    { answers: { inAnyOrder: [200, 503, 503, 503, 503, 503, 503, 503, 503, 503] }, runs: 1 },
    { takes_ms: 1500 },
  ),
  handled(
    'what its handler could not do is tried again by the next delivery',
    [again(0), again(700), again(1400)],
    { answers: [500, 200, 200], runs: 2 },
    { failures: 1 },
  ),
  handled(
    'after its lease another delivery takes over from a handler that hangs',
    [again(0), again(1200)],
    // The first one learns in the end that the event is its own no more.
    { answers: [503, 200], runs: 2 },
    { lease_ms: 400, takes_ms: 3000 },
  ),
  handled(
    'the same signed data under another id is the same event',
    [again(0), again(500, { id: 'event-2' })],
    { answers: [200, 200], runs: 1 },
  ),
  handled(
    'two events are two',
    [again(0), again(500, { id: 'event-2', data: data.replace('46HC', '46HD') })],
    { answers: [200, 200], runs: 2 },
  ),
  handled(
    'a forged delivery is refused, and the genuine one handled',
    [again(0, { secret: 'x' }), again(300)],
    {
      answers: [401, 200],
      runs: 1,
    },
  ),
];
