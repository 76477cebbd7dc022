// What the gateway sends of its own accord: right webhooks and callbacks pass, each fault is found at its place.
import { describe, expect, it } from 'vitest';
import { signing, type WebhookEvent, webhookEvents } from '../../generated/facts.ts';
import { contract } from '../src/contract/document.ts';
import { placeOfRule } from '../src/contract/places.ts';
import { judgeCallback, judgeWebhook } from '../src/deliveries/judge.ts';
import type { ReceivedDelivery } from '../src/deliveries/receiver.ts';
import { signWebhook } from '../src/signatures.ts';

type Sent = Pick<ReceivedDelivery, 'headers' | 'body'>;

const secret = 'your_optional_secret_min_8_chars';
const now = 1759302300;
const { signature_header, timestamp_header } = signing.webhook;

interface Body {
  event: string;
  data: Record<string, unknown>;
  signature?: string;
  [field: string]: unknown;
}

const examples = contract.components.examples as Record<string, { value: Body }>;
const bodyOf = (event: WebhookEvent): Body =>
  structuredClone(Object.values(examples).find(({ value }) => value?.event === event)?.value as Body);

/** A right delivery; a changed body is signed anew, so that only the change is wrong. */
function delivery(event: WebhookEvent, change: (body: Body) => void = () => {}): Sent {
  const body = bodyOf(event);
  change(body);
  const signature = signWebhook(JSON.stringify(body.data), secret);
  if (body.signature) body.signature = signature;
  return {
    headers: {
      'user-agent': 'IranDargah-Webhook/1.0',
      'x-webhook-event': event,
      'x-webhook-id': 'evt_1',
      [timestamp_header.toLowerCase()]: String(now),
      [signature_header.toLowerCase()]: signature,
    },
    body: Buffer.from(JSON.stringify(body)),
  };
}

const event = 'payment.completed';
const found = (sent: Sent) => judgeWebhook(event, sent, secret, { from: now, to: now });

describe('webhooks', () => {
  it.each(Object.keys(webhookEvents) as WebhookEvent[])('a right %s passes', (name) => {
    expect(judgeWebhook(name, delivery(name), secret, { from: now, to: now })).toEqual([]);
  });

  const without = (name: string): Sent => {
    const sent = delivery(event);
    delete sent.headers[name.toLowerCase()];
    return sent;
  };
  const withHeader = (name: string, value: string): Sent => {
    const sent = delivery(event);
    return { ...sent, headers: { ...sent.headers, [name.toLowerCase()]: value } };
  };

  it.each([
    ['unsigned', without(signature_header), `/headers/${signature_header}`],
    ['without a time', without(timestamp_header), `/headers/${timestamp_header}`],
    ['without an identifier', without('X-Webhook-ID'), '/headers/X-Webhook-ID'],
    ['of another sender', withHeader('User-Agent', 'curl/8'), '/headers/User-Agent'],
    [
      'of another event than its header says',
      withHeader('X-Webhook-Event', 'payment.failed'),
      `/headers/${signature_header}`,
    ],
    [
      'signed with another secret',
      withHeader(signature_header, 'a'.repeat(64)),
      `/headers/${signature_header}`,
    ],
    [
      'signed in capital letters',
      withHeader(signature_header, 'A'.repeat(64)),
      `/headers/${signature_header}`,
    ],
    ['of an hour ago', withHeader(timestamp_header, String(now - 3600)), `/headers/${signature_header}`],
    ['without the amount', delivery(event, ({ data }) => void delete data.amount), '/body/data/amount'],
    ['with a field too much', delivery(event, (body) => Object.assign(body, { debug: 1 })), '/body/debug'],
    [
      'with the whole card number',
      delivery(event, ({ data }) => Object.assign(data, { pan: '6037991234561234' })),
      '/body/data/pan',
    ],
    [
      'with a Gregorian date',
      delivery(event, ({ data }) => Object.assign(data, { verified_at: '2025-10-01 10:35:00' })),
      '/body/data/verified_at',
    ],
    ['that is not JSON', { ...delivery(event), body: Buffer.from('payment completed') }, '/body'],
  ])('a delivery %s is found out', (_, sent, at) => {
    const findings = found(sent);
    expect(findings.map((finding) => finding.at)).toContain(at);
    for (const { rule } of findings) expect(placeOfRule(rule)).toMatch(/^openapi\/.+\.yaml:[0-9]+$/);
  });
});

describe('callbacks', () => {
  const fields = {
    authority: '2025100121424146HC',
    status_code: '201',
    message: 'پرداخت در انتظار تایید است',
    amount: '100000',
    order_id: 'ORDER-12345',
    ref_id: '123456789',
    card_pan: '603799******1234',
  };
  const at = (change: Record<string, string>) =>
    judgeCallback({ ...fields, ...change }).map((finding) => finding.at);

  it('a right one passes, with numbers as text and a half-space in its message', () => {
    expect(at({})).toEqual([]);
    expect(at({ message: 'پرداخت در انتظار\u200c تایید است' })).toEqual([]);
  });

  it.each([
    [{ status_code: '200' }, '/form/status_code'],
    [{ amount: '100000.0' }, '/form/amount'],
    [{ message: 'Waiting for verification' }, '/form/message'],
    [{ card_pan: '6037991234561234' }, '/form/card_pan'],
    [{ token: 'secret' }, '/form/token'],
  ])('%o is found out', (change, expected) => {
    expect(at(change as Record<string, string>)).toEqual([expected]);
  });
});
