// Webhooks: what is sent, to whom, how it is signed, and when it is sent again.
import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sandbox as facts, paymentLifecycle, webhookDelivery, webhookEvents } from '../../generated/facts.ts';
import { eventFaults } from './support/contract.ts';
import { type Endpoint, endpoint } from './support/endpoint.ts';
import { noon, payment, type TestSandbox, type TestTerminal, testSandbox } from './support/sandbox.ts';

let sandbox: TestSandbox;
let shop: TestTerminal;
let target: Endpoint;
beforeAll(async () => {
  sandbox = await testSandbox();
});
beforeEach(async () => {
  target = await endpoint();
  shop = await sandbox.terminal();
});
afterEach(() => target.close());
afterAll(() => sandbox.close());

const secret = 'a secret of my own';
const allEvents = Object.keys(webhookEvents);

async function subscribe(fields: Record<string, unknown> = {}): Promise<string> {
  const { json } = await shop.call('subscribeWebhook', {
    body: { url: target.url, events: allEvents, secret, ...fields },
  });
  return json.data.webhook.id as string;
}
const eventsOf = () => target.received.map(({ json }) => json.event as string).sort();

describe('a subscription', () => {
  it('masks a secret of your own and shows a generated one', async () => {
    const body = { url: target.url, events: ['payment.completed'] };
    const own = await shop.call('subscribeWebhook', { body: { ...body, secret } });
    expect([own.status, own.json.data.webhook.secret]).toEqual([201, '***masked***']);
    const made = await shop.call('subscribeWebhook', { body });
    expect(made.json.data.webhook.secret).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each(['http://merchant.com/hook', 'https:merchant', 'http://10.0.0.1/', 'HTTPS://merchant.com'])(
    'to %s is refused',
    async (url) => {
      const { status, json } = await shop.call('subscribeWebhook', { body: { url, events: allEvents } });
      expect([status, Object.keys(json.error.details.validation)]).toEqual([422, ['url']]);
    },
  );

  it('lists the twelve events', async () => {
    const { json } = await shop.call('listWebhookEvents');
    expect(Object.keys(json.data.events)).toEqual(allEvents);
  });

  it('ends by unsubscribing, twice if need be, and nothing that waits is sent', async () => {
    const id = await subscribe();
    await shop.createPayment();
    for (let times = 0; times < 2; times += 1) {
      expect((await shop.call('unsubscribeWebhook', { body: { webhook_id: id } })).json.data.status).toBe(
        'unsubscribed',
      );
    }
    await shop.createPayment();
    await sandbox.background.settle();
    expect(eventsOf().filter((event) => event !== 'payment.created')).toEqual([]);
    expect(target.received.length).toBeLessThanOrEqual(1);
    const tested = await shop.call('testWebhook', {
      body: { webhook_id: id, event_type: 'payment.created' },
    });
    expect(tested.status).toBe(422);
  });

  it('of another terminal does not exist', async () => {
    const id = await subscribe();
    const stranger = await sandbox.terminal();
    for (const [operation, more] of [
      ['unsubscribeWebhook', {}],
      ['testWebhook', { event_type: 'payment.created' }],
    ] as const) {
      const { status, json } = await stranger.call(operation, { body: { webhook_id: id, ...more } });
      expect([status, Object.keys(json.error.details.validation)]).toEqual([422, ['webhook_id']]);
    }
  });
});

describe('a delivery', () => {
  it('has the documented body, headers and signature', async () => {
    await subscribe();
    const authority = await shop.createPayment();
    await sandbox.background.settle();
    const [delivery] = target.received;
    const data = JSON.stringify(delivery?.json.data);
    const signature = createHmac('sha256', secret).update(data).digest('hex');
    expect(delivery?.text).toContain(`"data":${data}`);
    expect(delivery?.json).toMatchObject({
      event: 'payment.created',
      signature,
      data: { authority, status: 'pending' },
    });
    expect(delivery?.headers).toMatchObject({
      'user-agent': 'IranDargah-Webhook/1.0',
      'content-type': 'application/json',
      'x-webhook-event': 'payment.created',
      'x-webhook-signature': signature,
      'x-webhook-timestamp': String(Math.floor(sandbox.clock.now() / 1000)),
    });
  });

  it.each([
    ['success', ['payment.created']],
    ['failed', ['payment.created', 'payment.failed']],
    ['insufficient', ['payment.created', 'payment.failed']],
    ['timeout', ['payment.created', 'payment.failed']],
    ['cancel', ['payment.cancelled', 'payment.created']],
  ])('reports the card %s as %j', async (card, expected) => {
    await subscribe();
    await shop.pay(await shop.createPayment(), card);
    await sandbox.background.settle();
    expect(eventsOf()).toEqual(expected);
    for (const { json } of target.received) expect(eventFaults(json.event, json)).toEqual([]);
  });

  it('reports verification, its failure, refund, payout, expiry and reversal', async () => {
    await subscribe();
    const [verified, left] = [await shop.createPayment(), await shop.createPayment()];
    await shop.createPayment();
    await shop.pay(verified);
    await shop.pay(left);
    const body = { authority: verified, amount: payment.amount };
    await sandbox.control('faults', { terminal: shop.id, code: 996 });
    await shop.call('createVerification', { body });
    await shop.call('createVerification', { body });
    await shop.call('createRefund', { body: { authority: verified, reason: 'انصراف خریدار' } });
    await sandbox.control('clock', { terminal: shop.id, advance_seconds: facts.refund_payout_seconds });
    expect(eventsOf()).toEqual([
      'payment.completed',
      'payment.created',
      'payment.created',
      'payment.created',
      'payment.failed',
      'payment.reversed',
      'refund.completed',
      'refund.created',
      'verification.completed',
      'verification.failed',
    ]);
    for (const { json } of target.received) expect(eventFaults(json.event, json)).toEqual([]);
    const byEvent = Object.fromEntries(target.received.map(({ json }) => [json.event, json.data]));
    expect(byEvent['payment.failed'].status).toBe('timeout');
    expect(byEvent['payment.reversed']).toMatchObject({ status: 'timeout', authority: left });
    expect(byEvent['payment.completed']).toEqual(byEvent['verification.completed']);
  });

  it('goes only to webhooks of its terminal that want it', async () => {
    await subscribe({ events: ['payment.failed'] });
    const other = await sandbox.terminal();
    await other.pay(await other.createPayment(), 'failed');
    await shop.createPayment();
    await sandbox.background.settle();
    expect(target.received).toEqual([]);
  });
});

describe('an endpoint that fails', () => {
  const minutes = (seconds: number) => seconds / 60;
  /** When the attempts came, in minutes after the first. */
  const attempts = async () => {
    const rows = await sandbox.services.storage.db
      .selectFrom('delivery_attempts')
      .innerJoin('deliveries', 'deliveries.id', 'delivery_attempts.delivery_id')
      .select(['sent_at', 'response_code', 'error', 'deliveries.state', 'deliveries.created_at'])
      .where('deliveries.terminal_id', '=', shop.id)
      .orderBy('number')
      .execute();
    return rows.map((row) => ({ ...row, minute: minutes((row.sent_at - row.created_at) / 1000) }));
  };

  it.each([500, 404, 302, 'hang up'] as const)(
    'with %s gets four attempts at 0, 2, 6 and 14 minutes, then the dead letter queue',
    async (answer) => {
      target.answer = answer;
      await subscribe();
      await shop.createPayment({});
      await sandbox.control('clock', {
        terminal: shop.id,
        advance_seconds: paymentLifecycle.lifetime_seconds.sandbox - 1,
      });
      const rows = await attempts();
      expect(rows.map(({ minute }) => minute)).toEqual([0, 2, 6, 14]);
      expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(['dead']));
      expect(new Set(target.received.map(({ headers }) => headers['x-webhook-id'])).size).toBe(1);
      expect(new Set(target.received.map(({ text }) => text)).size).toBe(1);
      expect(
        target.received.map(({ headers }) => Number(headers['x-webhook-timestamp']) - noon / 1000),
      ).toEqual(rows.map(({ minute }) => minute * 60));
    },
  );

  it('and recovers gets no more attempts than it needs', async () => {
    target.answer = (count) => (count < 3 ? 503 : 204);
    await subscribe();
    await shop.createPayment();
    await sandbox.control('clock', { terminal: shop.id, advance_seconds: 800 });
    const rows = await attempts();
    expect(rows.map(({ response_code }) => response_code)).toEqual([503, 503, 204]);
    expect(rows.at(-1)?.state).toBe('delivered');
  });

  it('loses nothing when the sender dies between sending and writing it down', async () => {
    await subscribe();
    await shop.createPayment();
    const { storage, clock } = sandbox.services;
    // As a process leaves it that was killed while sending: claimed, and never finished.
    await storage.write((unit) =>
      unit
        .updateTable('deliveries')
        .set({ claimed_until: clock.now() + 30_000 })
        .where('terminal_id', '=', shop.id)
        .execute(),
    );
    await sandbox.background.settle();
    const before = target.received.length;
    sandbox.clock.advance(30_000);
    await sandbox.background.settle();
    expect(target.received.length).toBeGreaterThan(before);
  });
});

describe('testWebhook', () => {
  it('sends a sample at once and tells how it was received', async () => {
    const id = await subscribe({ events: ['payment.failed'] });
    const test = () =>
      shop.call('testWebhook', { body: { webhook_id: id, event_type: 'payment.completed' } });
    const { json } = await test();
    expect(json.data.test_result).toMatchObject({ status: 'success', response_code: 200, error: null });
    expect(eventFaults('payment.completed', target.received[0]?.json)).toEqual([]);
    target.answer = 500;
    expect((await test()).json.data.test_result).toMatchObject({
      status: 'failed',
      response_code: 500,
      error: 'HTTP 500',
    });
    target.answer = 'hang up';
    expect((await test()).json.data.test_result).toMatchObject({ status: 'failed', response_code: null });
  });

  it.each([
    'https://10.0.0.1/',
    'https://169.254.169.254/latest',
    'https://[fd00::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://0.0.0.0/',
  ])('never connects to %s', async (url) => {
    const id = await subscribe({ url });
    const { json } = await shop.call('testWebhook', {
      body: { webhook_id: id, event_type: 'payment.created' },
    });
    expect(json.data.test_result).toMatchObject({
      status: 'failed',
      response_code: null,
      error: 'Address not allowed',
    });
  });

  it('never connects to this machine when the sandbox serves others, not even by name', async () => {
    const open = await testSandbox({
      settings: { publicUrl: 'http://sandbox.test', ratePerSecond: 0, onLoopback: false },
    });
    const terminal = await open.terminal();
    for (const url of ['https://localhost/', 'https://127.0.0.1/', 'https://[::1]/']) {
      const { json } = await terminal.call('subscribeWebhook', { body: { url, events: allEvents } });
      const body = { webhook_id: json.data.webhook.id, event_type: 'payment.created' };
      const { json: tested } = await terminal.call('testWebhook', { body });
      expect(tested.data.test_result.error).toBe('Address not allowed');
    }
    const { status } = await terminal.call('subscribeWebhook', {
      body: { url: target.url, events: allEvents },
    });
    expect(status).toBe(422);
    await open.close();
  });

  it.each(allEvents.filter((event) => !webhookEvents[event as keyof typeof webhookEvents].testable))(
    'does not know %s',
    async (event) => {
      const id = await subscribe();
      const { status } = await shop.call('testWebhook', { body: { webhook_id: id, event_type: event } });
      expect(status).toBe(422);
    },
  );
});

describe('the delays', () => {
  it('are those of the contract', () => {
    expect(webhookDelivery.retry_delays_seconds).toHaveLength(webhookDelivery.retries);
  });
});
