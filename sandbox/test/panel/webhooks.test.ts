// The panel's forms for webhooks do what the API's operations do: the same rules, limits and messages.
import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rateLimits, webhookEvents } from '../../../generated/facts.ts';
import type { Endpoint } from '../support/endpoint.ts';
import { type TestSandbox, type TestTerminal, testSandbox } from '../support/sandbox.ts';
import { type Fields, type Visitor, visitedShop, visitor } from './visitor.ts';

let sandbox: TestSandbox;
let shop: TestTerminal;
let panel: Visitor;
let page: string;
let hook: Endpoint;
let close: () => Promise<void>;
beforeEach(async () => {
  ({ sandbox, shop, panel, page, hook, close } = await visitedShop('webhooks'));
});
afterEach(() => close());

const send = (action: string, fields?: Fields) => panel.send(page, `${page}/${action}`, fields);
const change = (action: string, fields?: Fields) => panel.change(page, `${page}/${action}`, fields);
const secretOn = (text: string) => /<code class="value"[^>]*>([^<]+)<\/code>/.exec(text)?.[1] ?? '';
const unescaped = (text: string) =>
  text.replaceAll(/&(?:quot|lt|gt);/g, (sign) => ({ '&quot;': '"', '&lt;': '<', '&gt;': '>' })[sign] ?? sign);
const webhooks = () =>
  sandbox.services.storage.db.selectFrom('webhooks').selectAll().orderBy('created_at').execute();

/** Subscribes the test's endpoint by the API. @returns the webhook's id. */
async function subscribed(terminal = shop): Promise<string> {
  const body = { url: hook.url, events: ['payment.created'], secret: 'a secret of the shop' };
  return (await terminal.call('subscribeWebhook', { body })).json.data.webhook.id;
}

describe('subscribing', () => {
  it('shows the secret that the gateway made this once, and it signs what is sent', async () => {
    const { status, text } = await send('subscribe', {
      url: hook.url,
      events: ['payment.created', 'payment.cancelled'],
      description: 'Books',
    });
    const secret = secretOn(text);
    expect([status, secret]).toEqual([200, expect.stringMatching(/^[0-9a-f]{64}$/)]);
    const later = await panel.open(page);
    expect(later.text).not.toContain(secret);
    expect(later.text).toContain('<bdi>Books</bdi>');
    await shop.createPayment();
    await sandbox.background.settle();
    const [delivered] = hook.received;
    const expected = createHmac('sha256', secret).update(JSON.stringify(delivered?.json.data)).digest('hex');
    expect([delivered?.json.event, delivered?.headers['x-webhook-signature']]).toEqual([
      'payment.created',
      expected,
    ]);
  });

  it('keeps a secret of the shop’s own to itself', async () => {
    const secret = 'a secret of the shop';
    const { text } = await change('subscribe', { url: hook.url, events: ['payment.created'], secret });
    expect(text).toContain('The address was subscribed.');
    expect(text).not.toContain(secret);
    expect(await webhooks()).toMatchObject([{ url: hook.url, secret }]);
  });

  const right = { url: 'https://shop.example/', events: ['payment.created'] };
  it.each<Fields>([
    { ...right, url: 'http://shop.example/' },
    { ...right, url: 'nonsense' },
    { ...right, url: 'javascript:alert(1)' },
    { events: ['payment.created'] },
    { ...right, events: [] },
    { ...right, events: ['payment.created', 'payment.invented'] },
    { ...right, secret: 'short' },
    { ...right, secret: 'x'.repeat(65) },
    { ...right, description: 'x'.repeat(256) },
    { url: 'ftp://"><script>', events: [], secret: '1', description: 'x'.repeat(300) },
  ])('is refused at its fields in the words of the API, and keeps what was written: %#', async (body) => {
    const { json, status } = await shop.call('subscribeWebhook', { body });
    const refused = await send('subscribe', body);
    expect([refused.status, status]).toEqual([422, 422]);
    const faulty = Object.entries(json.error.details.validation as Record<string, string[]>);
    expect(faulty.length).toBeGreaterThan(0);
    for (const [field, messages] of faulty) {
      const [name = ''] = field.split('.');
      const [, place = ''] =
        new RegExp(`<span class="field-mistake" id="${name}-mistake">(.*?)</span>`).exec(refused.text) ?? [];
      for (const message of messages) expect(place).toContain(`<bdi lang="fa" dir="rtl">${message}</bdi>`);
      expect(place).toMatch(/^The gateway answers: <bdi/);
      expect(refused.text).toContain(`aria-describedby="${name}-mistake"`);
    }
    expect(refused.text.match(/class="field-mistake"/g)).toHaveLength(faulty.length);
    for (const name of ['url', 'secret', 'description']) {
      const [, value = ''] = new RegExp(`<input name="${name}" value="([^"]*)"`).exec(refused.text) ?? [];
      expect(unescaped(value)).toBe(body[name] ?? '');
    }
    expect(/value="payment.created" checked/.test(refused.text)).toBe(
      body.events?.includes('payment.created'),
    );
    expect(refused.text).not.toMatch(/\.ts:|Error:|at async|<script>/);
    expect(await webhooks()).toEqual([]);
  });

  it('is refused on a Persian page in the words of the API alone', async () => {
    const persian = page.replace('/en/', '/fa/');
    const { text } = await panel.send(persian, `${persian}/subscribe`, { url: 'nonsense' });
    expect(text).toMatch(/id="url-mistake"><bdi lang="fa" dir="rtl">/);
    expect(text).not.toContain('The gateway answers');
  });

  it('takes plain http to this machine only while the sandbox is local, as the API does', async () => {
    const open = await testSandbox({
      settings: {
        publicUrl: 'https://pay.example',
        ratePerSecond: 0,
        onLoopback: false,
        panelPassword: 'a long secret',
      },
    });
    const { id } = await open.terminal();
    const guest = visitor(open, 'pay.example');
    await guest.send('/dashboard/en/login', '/dashboard/en/login', { password: 'a long secret' });
    const there = `/dashboard/en/terminals/${id}/webhooks`;
    const fields = { url: hook.url, events: ['payment.created'] };
    const { status, text } = await guest.send(there, `${there}/subscribe`, fields);
    expect([status, text.includes('id="url-mistake"')]).toEqual([422, true]);
    expect((await send('subscribe', fields)).status).toBe(200);
    await open.close();
  });

  it('is limited as the API limits a token, in both languages', async () => {
    const { limit, window_seconds: seconds } = rateLimits['webhook-subscribe'];
    const fields = { url: hook.url, events: ['payment.created'], secret: 'a secret of the shop' };
    for (let count = 0; count < limit; count += 1) await change('subscribe', fields);
    const refused = await send('subscribe', fields);
    expect([refused.status, refused.text.includes(`Try again in ${seconds} seconds`)]).toEqual([422, true]);
    const persian = page.replace('/en/', '/fa/');
    expect((await panel.send(persian, `${persian}/subscribe`, fields)).text).toContain('ثانیهٔ دیگر');
    expect(await webhooks()).toHaveLength(limit);
    // The shop's own requests are counted apart.
    await subscribed();
    sandbox.clock.advance(seconds * 1000);
    await change('subscribe', fields);
  });
});

describe('unsubscribing', () => {
  it('ends the sending to that address, also of what was waiting', async () => {
    hook.answer = 500;
    const id = await subscribed();
    await shop.createPayment();
    await sandbox.background.settle();
    const { text } = await change('unsubscribe', { webhook_id: id });
    expect(text).toContain('The address was unsubscribed');
    await shop.createPayment();
    await panel.change(
      `${page.replace('webhooks', 'clock')}`,
      `${page.replace('webhooks', 'clock')}/advance`,
      {
        minutes: '14',
      },
    );
    expect(hook.received).toHaveLength(1);
    expect(
      (
        await shop.call('testWebhook', {
          body: { webhook_id: id, event_type: 'payment.created' },
          sign: false,
        })
      ).status,
    ).toBe(422);
  });

  it.each(['unsubscribe', 'test'])(
    'to %s the webhook of another terminal says what the API says',
    async (action) => {
      const id = await subscribed(await sandbox.terminal());
      const fields = { webhook_id: id, event_type: 'payment.created' };
      const { json } = await shop.call(action === 'test' ? 'testWebhook' : 'unsubscribeWebhook', {
        body: action === 'test' ? fields : { webhook_id: id },
      });
      const { status, text } = await send(action, fields);
      expect(status).toBe(422);
      expect(text).toContain(
        `The gateway answers: <bdi lang="fa" dir="rtl">${json.error.details.validation.webhook_id}</bdi>`,
      );
      expect(await webhooks()).toMatchObject([{ is_active: 1 }]);
      expect(hook.received).toEqual([]);
    },
  );
});

describe('a test', () => {
  it('brings a sample of each event that can be tested, and says how it was received', async () => {
    const id = await subscribed();
    const offered = [...(await panel.open(page)).text.matchAll(/<option value="([\w.]+)"/g)].map(
      ([, name]) => name,
    );
    const testable = Object.entries(webhookEvents).flatMap(([name, { testable }]) =>
      testable ? [name] : [],
    );
    expect(offered).toEqual(expect.arrayContaining(testable));
    const { text } = await send('test', { webhook_id: id, event_type: 'payment.completed' });
    expect(text).toMatch(/The address took the sample of[\s\S]*payment\.completed[\s\S]*>200</);
    expect(hook.received.map(({ json }) => json.event)).toEqual(['payment.completed']);
  });

  it.each([
    [503, />503</, />503</],
    ['hang up', /Connection failed/, /اتصال برقرار نشد/],
  ] as const)('that is answered with %s says so', async (answer, english, persian) => {
    const id = await subscribed();
    hook.answer = answer;
    const fields = { webhook_id: id, event_type: 'payment.created' };
    expect((await send('test', fields)).text).toMatch(english);
    const there = page.replace('/en/', '/fa/');
    expect((await panel.send(there, `${there}/test`, fields)).text).toMatch(persian);
  });

  it('of a private address sends nothing, and says that the address is not allowed', async () => {
    const body = { url: 'https://169.254.169.254/', events: ['payment.created'] };
    const { json } = await shop.call('subscribeWebhook', { body });
    const fields = { webhook_id: json.data.webhook.id, event_type: 'payment.created' };
    expect((await send('test', fields)).text).toContain('Address not allowed');
  });

  it('is limited as the API limits it', async () => {
    const id = await subscribed();
    const fields = { webhook_id: id, event_type: 'payment.created' };
    const { limit } = rateLimits['webhook-test-burst'];
    for (let count = 0; count < limit; count += 1) expect((await send('test', fields)).status).toBe(200);
    expect((await send('test', fields)).status).toBe(422);
    expect(hook.received).toHaveLength(limit);
  });

  it('uses up no fault that was ordered for the shop’s program', async () => {
    const id = await subscribed();
    await sandbox.control('faults', { terminal: shop.id, code: -500 });
    expect((await send('test', { webhook_id: id, event_type: 'payment.created' })).status).toBe(200);
    await change('unsubscribe', { webhook_id: id });
    expect((await shop.call('listWebhookEvents')).json.error.code).toBe(-500);
  });
});
