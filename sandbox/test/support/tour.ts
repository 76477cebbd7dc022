// One merchant's way through every operation, repeatable to the letter, so that what a dialect changes can be seen.
import { createHmac } from 'node:crypto';
import { expect } from 'vitest';
import { callbackFaults, eventFaults } from './contract.ts';
import { endpoint } from './endpoint.ts';
import { noon, payment, type TestAnswer, testSandbox } from './sandbox.ts';

export interface Tour {
  answers: Record<string, TestAnswer>;
  /** The fields of the callbacks, by what the payer did. */
  callbacks: Record<string, Record<string, string>>;
  /** The bodies of the webhooks as they were stored, in their order. */
  events: { event: string; text: string }[];
}

const webhookSecret = 'a secret of the webhook';
const unknown = '20250107145623ABCDEF';

/** How the answer of one request is signed, if it is. */
function expectSignature(secretKey: string, { headers, text }: TestAnswer): void {
  const { 'x-response-signature': signature, 'x-response-timestamp': timestamp } = headers;
  if (signature === undefined) return;
  expect(signature).toBe(createHmac('sha256', secretKey).update(`${text}:${timestamp}`).digest('hex'));
}

/**
 * Takes the tour with a terminal of these dialects. Every answer, callback and event is held to the contract in them,
 * and every signature to the bytes that were sent.
 */
export async function tour(dialects: readonly string[]): Promise<Tour> {
  const sandbox = await testSandbox();
  const target = await endpoint();
  try {
    const shop = await sandbox.terminal({ seed: 'tour', startsAt: noon, dialects });
    const answers: Tour['answers'] = {};
    const callbacks: Tour['callbacks'] = {};
    const call = async (name: string, ...[operation, options]: Parameters<typeof shop.call>) => {
      const answer = await shop.call(operation, { sign: false, ...options });
      expectSignature(shop.secretKey ?? '', answer);
      answers[name] = answer;
      return answer;
    };
    const create = async (name: string, fields: Record<string, unknown> = {}) => {
      const { json } = await call(name, 'createPayment', {
        body: { ...payment, ...fields },
        key: name.replaceAll(' ', '-'),
      });
      return json.data.transaction.authority as string;
    };
    const pay = async (name: string, authority: string, card?: string) => {
      const { json } = await shop.pay(authority, card);
      callbacks[name] = json.callback.fields;
      expect(callbackFaults(json.callback.fields, dialects)).toEqual([]);
    };
    const order = (name: string, fault: Record<string, unknown>) =>
      sandbox.control('faults', { terminal: shop.id, ...fault }).then(() => name);
    const advance = (seconds: number) =>
      sandbox.control('clock', { terminal: shop.id, advance_seconds: seconds });

    const subscription = { url: target.url, events: (await call('events', 'listWebhookEvents')).json };
    await call('subscribe', 'subscribeWebhook', {
      body: { url: target.url, events: Object.keys(subscription.events.data.events), secret: webhookSecret },
    });
    const { json: subscribed } = answers.subscribe as TestAnswer;

    const paid = await create('create');
    await create('create again', {});
    await call('create repeated', 'createPayment', { body: payment, key: 'create' });
    await call('create invalid', 'createPayment', { body: { ...payment, amount: 1 } });
    await call('create malformed', 'createPayment', { rawBody: '{' });
    await order('create', { code: -54, operation: 'createPayment' });
    await call('create limited', 'createPayment', { body: payment });

    // A repeated request gets the very bytes of the first answer, whatever the dialects have made of it.
    expect(answers['create repeated']?.text).toBe(answers.create?.text);

    const own = { authority: paid, amount: payment.amount };
    await call('get pending', 'getPayment', { authority: paid });
    await call('get unknown', 'getPayment', { authority: unknown });
    await call('get malformed', 'getPayment', { authority: 'x' });
    await call('transaction pending', 'getTransaction', { authority: paid });
    await call('verification pending', 'getVerification', { authority: paid });
    await call('verify unpaid', 'createVerification', { body: own });
    await call('verify unknown', 'createVerification', { body: { ...own, authority: unknown } });
    await pay('success', paid);
    await call('get paid', 'getPayment', { authority: paid });
    await call('transaction paid', 'getTransaction', { authority: paid });
    await call('verification paid', 'getVerification', { authority: paid });
    await call('cancel paid', 'cancelPayment', { authority: paid });
    await call('verify a wrong amount', 'createVerification', { body: { ...own, amount: 200_000 } });
    await order('verify', { code: 996, operation: 'createVerification' });
    await call('verify without bank', 'createVerification', { body: own });
    await call('retry', 'retryVerification', { authority: paid });
    await call('retry again', 'retryVerification', { authority: paid });
    await call('verify verified', 'createVerification', { body: own });
    await call('get verified', 'getPayment', { authority: paid });
    await call('transaction verified', 'getTransaction', { authority: paid });
    await call('verification verified', 'getVerification', { authority: paid });
    await call('cancel verified', 'cancelPayment', { authority: paid });

    const direct = await create('create direct', { direct_verify: true, order_id: 'DIRECT' });
    await pay('direct', direct);
    const second = await create('create second', { order_id: 'SECOND' });
    await pay('second', second);
    await call('verify', 'createVerification', { body: { ...own, authority: second }, key: 'verify' });
    await call('verify repeated', 'createVerification', {
      body: { ...own, authority: second },
      key: 'verify',
    });

    const failing = await create('create failing', { order_id: 'FAILING' });
    await pay('failed', failing, 'failed');
    await call('verify failed', 'createVerification', { body: { ...own, authority: failing } });
    const late = await create('create late', { order_id: 'LATE' });
    await pay('timeout', late, 'timeout');
    await call('get timed out', 'getPayment', { authority: late });
    const left = await create('create left', { order_id: 'LEFT' });
    await pay('cancelled', left, 'cancel');
    const unwanted = await create('create unwanted', { order_id: 'UNWANTED' });
    await call('cancel', 'cancelPayment', { authority: unwanted });
    await call('cancel again', 'cancelPayment', { authority: unwanted });
    await call('get cancelled', 'getPayment', { authority: unwanted });
    const reversed = await create('create reversed', { order_id: 'REVERSED' });
    await pay('paid too late', reversed);

    await call('refund', 'createRefund', { body: { authority: paid, amount: 1000 }, key: 'refund' });
    await call('refund too much', 'createRefund', { body: { authority: paid } });
    await call('list', 'listTransactions');
    await call('list completed', 'listTransactions', { query: 'status=completed' });
    await call('list wrongly', 'listTransactions', { query: 'page=0' });
    await call('daily', 'getDailyReport');
    await call('monthly', 'getMonthlyReport');
    await call('prepare', 'prepareRequest', {
      body: { method: 'POST', endpoint: 'payments', data: payment },
    });
    await call('key', 'getIdempotencyKey');
    await call('health', 'getHealth');
    await advance(2 * 86_400);
    await call('get reversed', 'getPayment', { authority: reversed });
    const webhook = { webhook_id: subscribed.data.webhook.id as string };
    await call('test', 'testWebhook', { body: { ...webhook, event_type: 'payment.completed' } });
    target.answer = 500;
    await call('test failing', 'testWebhook', { body: { ...webhook, event_type: 'payment.created' } });
    await call('unsubscribe', 'unsubscribeWebhook', { body: webhook });
    await sandbox.control(`terminals/${shop.id}/settlements`, {});
    for (const [name, state] of [
      ['forbidden', { state: 'inactive' as const }],
      ['address', { ip_allow_list: '["10.0.0.1"]', state: 'active' as const }],
    ] as const) {
      await sandbox.services.storage.write((unit) =>
        unit.updateTable('terminals').set(state).where('id', '=', shop.id).execute(),
      );
      await call(name, 'getPayment', { authority: paid });
    }
    await sandbox.services.storage.write((unit) =>
      unit.updateTable('terminals').set({ ip_allow_list: null }).where('id', '=', shop.id).execute(),
    );
    await call('wrong signature', 'getPayment', {
      authority: paid,
      headers: { 'x-signature': '0'.repeat(64), 'x-timestamp': String(noon / 1000 + 2 * 86_400) },
    });
    // At the end, since whoever creates a payment here shifts the identifiers of all that follow.
    await order('create', { error: 'ErrorUnexpected', operation: 'createPayment' });
    await call('create failed', 'createPayment', { body: payment, key: 'failing' });
    await call('create failed, repeated', 'createPayment', { body: payment, key: 'failing' });
    await call('create without key', 'createPayment', { body: payment, key: undefined });
    await call('create with the key in the body', 'createPayment', {
      body: { ...payment, idempotency_key: 'x' },
      key: undefined,
    });

    const { json } = await sandbox.control(`deliveries?terminal=${shop.id}`);
    const events = json.deliveries.map(({ event, body, signature }: Record<string, string>) => {
      const parsed = JSON.parse(body ?? '');
      expect(eventFaults(event ?? '', parsed, dialects)).toEqual([]);
      // The data stand in the body in the very bytes that were signed.
      const data = JSON.stringify(parsed.data);
      expect(body).toContain(`"data":${data}`);
      expect([signature, parsed.signature]).toEqual(
        Array(2).fill(createHmac('sha256', webhookSecret).update(data).digest('hex')),
      );
      return { event, text: body };
    });
    expect(target.received.length).toBeGreaterThan(10);
    return { answers, callbacks, events };
  } finally {
    await target.close();
    await sandbox.close();
  }
}

/** What is different each time although nothing has changed: durations, fresh keys and identifiers, and where the endpoint is. */
const still = (text: string) =>
  text
    .replaceAll(/\b(?:txn_|idem_[0-9]+_)\w+/g, 'key')
    .replaceAll(/"request_id":"\w+"/g, '"request_id":"…"')
    .replaceAll(/("(?:processing_time_ms|response_time)":)[0-9]+/g, '$10')
    .replaceAll(/127\.0\.0\.1:[0-9]+/g, 'endpoint');

/** The names of everything in which two tours differ. */
export function differences(one: Tour, other: Tour): string[] {
  const seen = ({ answers, callbacks, events }: Tour) =>
    new Map<string, string>([
      ...Object.entries(answers).map(([name, { status, text, headers }]): [string, string] => [
        name,
        `${status} ${headers['x-response-signature'] === undefined ? 'unsigned' : 'signed'} ${still(text)}`,
      ]),
      ...Object.entries(callbacks).map(([name, fields]): [string, string] => [
        `callback ${name}`,
        JSON.stringify(fields),
      ]),
      ...events.map(({ event, text }, index): [string, string] => [
        `event ${index} ${event}`,
        still(text).replace(/"signature":"\w+"/, ''),
      ]),
    ]);
  const [first, second] = [seen(one), seen(other)];
  return [...new Set([...first.keys(), ...second.keys()])].filter(
    (name) => first.get(name) !== second.get(name),
  );
}
