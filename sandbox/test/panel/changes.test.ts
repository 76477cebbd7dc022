// What the panel's buttons do: each change is seen by the API afterwards.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Endpoint, endpoint } from '../support/endpoint.ts';
import { type TestSandbox, type TestTerminal, testSandbox } from '../support/sandbox.ts';
import { privateSettings, type Visitor, visitor } from './visitor.ts';

let sandbox: TestSandbox;
let shop: TestTerminal;
let panel: Visitor;
let base: string;
beforeEach(async () => {
  sandbox = await testSandbox({ settings: privateSettings });
  shop = await sandbox.terminal();
  panel = visitor(sandbox);
  base = `/dashboard/en/terminals/${shop.id}`;
});
afterEach(() => sandbox.close());

const change = (section: string, action: string, fields?: Record<string, string>) =>
  panel.change(`${base}${section}`, `${base}${section}/${action}`, fields);
const send = (section: string, action: string, fields?: Record<string, string>) =>
  panel.send(`${base}${section}`, `${base}${section}/${action}`, fields);

/** What the API answers to a token: the HTTP status and the header of a token on its way out. */
async function tried(token: string) {
  const { status, headers } = await sandbox.request('GET', '/v2/webhooks/events', {
    authorization: `Bearer ${token}`,
  });
  return [status, headers['x-token-deprecated'] ?? null];
}
const secretOn = (text: string) => /<code class="value"[^>]*>([^<]+)<\/code>/.exec(text)?.[1] ?? '';

describe('tokens', () => {
  it('are created, shown once, and work beside the others', async () => {
    const { text } = await send('/tokens', 'create');
    const token = secretOn(text);
    expect(await tried(token)).toEqual([200, null]);
    expect(await tried(shop.token)).toEqual([200, null]);
    expect((await panel.open(`${base}/tokens`)).text).not.toContain(token);
  });

  it('are rotated: the old one works for 24 more hours, says so, and its time runs down in the panel', async () => {
    const token = secretOn((await send('/tokens', 'rotate')).text);
    expect(await tried(token)).toEqual([200, null]);
    expect(await tried(shop.token)).toEqual([200, 'true']);
    expect((await panel.open(`${base}/tokens`)).text).toContain('Old; works for another 24 h');
    sandbox.clock.advance(90 * 60_000);
    expect((await panel.open(`${base}/tokens`)).text).toContain('Old; works for another 22 h 30 min');
    sandbox.clock.advance(23 * 3_600_000);
    expect(await tried(shop.token)).toEqual([401, null]);
    expect((await panel.open(`${base}/tokens`)).text).toContain('Rotated away');
  });

  it('are revoked in the danger zone, and only when that is confirmed', async () => {
    const page = await panel.open(`${base.replace('/en/', '/fa/')}/signing-key`);
    expect(page.text.indexOf('ناحیهٔ خطر')).toBeGreaterThan(page.text.indexOf('تعویض کلید'));
    expect(page.text).toContain('باطل کن — توکن لو رفته');
    const refused = await send('/signing-key', 'revoke');
    expect([refused.status, refused.text.includes('Nothing was revoked')]).toEqual([422, true]);
    expect(await tried(shop.token)).toEqual([200, null]);
    const { text } = await change('/signing-key', 'revoke', { confirm: 'yes' });
    expect(text).toContain('Every token of this terminal has been revoked');
    expect(await tried(shop.token)).toEqual([401, null]);
  });
});

describe('the signing key', () => {
  it('is renewed at once and shown once', async () => {
    const { text } = await send('/signing-key', 'renew');
    const key = secretOn(text);
    expect(key).not.toBe(shop.secretKey);
    // The terminal of the test still signs with its old key.
    expect((await shop.call('listWebhookEvents')).json.error.code).toBe(-103);
    const { text: later } = await panel.open(`${base}/signing-key`);
    expect([later.includes(key), later.includes(key.slice(-4))]).toEqual([false, true]);
  });

  it('makes signatures required, and optional again', async () => {
    const { text } = await change('/signing-key', 'require', { require: 'yes' });
    expect(text).toContain('every request must be signed');
    expect((await shop.call('listWebhookEvents', { sign: false })).json.error.code).toBe(-101);
    await change('/signing-key', 'require', { require: 'no' });
    expect((await shop.call('listWebhookEvents', { sign: false })).status).toBe(200);
  });

  it('cannot be required where there is none', async () => {
    const keyless = await sandbox.terminal({ secretKey: null });
    const page = `/dashboard/en/terminals/${keyless.id}/signing-key`;
    const { status } = await panel.send(page, `${page}/require`, { require: 'yes' });
    expect(status).toBe(422);
    expect((await keyless.call('listWebhookEvents')).status).toBe(200);
  });
});

describe('settings', () => {
  it.each(['inactive', 'suspended', 'under_review'])('the state %s stops every request', async (state) => {
    await change('/settings', 'state', { state });
    expect((await shop.call('listWebhookEvents')).json.error.code).toBe(-53);
    await change('/settings', 'state', { state: 'active' });
    expect((await shop.call('listWebhookEvents')).status).toBe(200);
  });

  it('the list of addresses closes the API to all others, and an empty one opens it', async () => {
    const { text } = await change('/settings', 'addresses', { addresses: '203.0.113.0/24\n198.51.100.7' });
    expect(text).toContain('203.0.113.0/24\n198.51.100.7</textarea>');
    expect((await shop.call('listWebhookEvents')).json.error.code).toBe(-52);
    await change('/settings', 'addresses', { addresses: '  \n' });
    expect((await shop.call('listWebhookEvents')).status).toBe(200);
  });

  it.each([
    ['state', { state: 'asleep' }, 'Choose one of the states'],
    ['addresses', { addresses: '203.0.113.7\n<nowhere>' }, '“&lt;nowhere&gt;” is neither'],
  ] as const)('%s that is wrong is refused in a sentence', async (name, fields, sentence) => {
    const { status, text } = await send('/settings', name, fields);
    expect([status, text.includes(sentence)]).toEqual([422, true]);
    expect((await shop.call('listWebhookEvents')).status).toBe(200);
  });
});

describe('transactions', () => {
  it.each([
    ['success', 'pending', '201'],
    ['failed', 'failed', '-1'],
    ['insufficient', 'failed', '-1'],
    ['cancel', 'cancelled', '-1'],
    ['timeout', 'timeout', '-1'],
  ])('%s in the payer’s place makes the payment %s', async (action, status, code) => {
    const authority = await shop.createPayment();
    const { text } = await change(`/transactions/${authority}`, 'act', { action });
    expect((await shop.call('getPayment', { authority })).json.data.transaction.status).toBe(status);
    expect(text).toContain(`<dt>status_code</dt><dd><bdi>${code}</bdi></dd>`);
    const again = await send(`/transactions/${authority}`, 'act', { action: 'success' });
    expect([again.status, again.text.includes('nothing was changed')]).toEqual([422, true]);
  });

  it('have their callback sent from the panel, and show what the shop answered', async () => {
    const hook = await endpoint();
    const callback = hook.url.replace('/webhook', '/callback');
    const authority = await shop.createPayment({ callback_url: `${callback}?shop=1`, action: 'GET' });
    expect((await send(`/transactions/${authority}`, 'callback')).status).toBe(422);
    await change(`/transactions/${authority}`, 'act', { action: 'cancel' });
    await hook.close();
    const { text } = await send(`/transactions/${authority}`, 'callback');
    expect(text).toContain('The shop answered');
    expect(text).toContain('No answer');
  });

  it('tell their story in order: creation, payment, attempts to verify, verification', async () => {
    const authority = await shop.createPayment();
    sandbox.clock.advance(10_000);
    await change(`/transactions/${authority}`, 'act', { action: 'success' });
    sandbox.clock.advance(10_000);
    await shop.call('createVerification', { body: { authority, amount: 100_001 } });
    sandbox.clock.advance(10_000);
    await shop.call('createVerification', { body: { authority, amount: 100_000 } });
    const { text } = await panel.open(`${base}/transactions/${authority}`);
    const story = text.slice(text.indexOf('class="timeline"'), text.indexOf('</ol>'));
    const steps = ['Created, 100,000 rials', 'createPayment', 'Paid', '422', 'Verified'].map((step) =>
      story.indexOf(step),
    );
    expect(steps.every((step) => step >= 0)).toBe(true);
    expect(steps).toEqual([...steps].sort((one, other) => one - other));
  });

  it.each([
    ['status=failed', 1],
    ['status=pending', 1],
    ['words=SECOND', 1],
    ['words=%25', 0],
    ['from=1405-09-03&to=1405-09-03', 2],
    ['from=%DB%B1%DB%B4%DB%B0%DB%B5-%DB%B0%DB%B9-%DB%B0%DB%B4', 0],
    ['status=nonsense&page=99', 2],
    ['from=1404-12-30', 0],
  ])('filtered by %s are %i', async (query, count) => {
    const first = await shop.createPayment({ order_id: 'FIRST' });
    await shop.createPayment({ order_id: 'SECOND' });
    await shop.pay(first, 'failed');
    const { text } = await panel.open(`${base}/transactions?${query}`);
    expect(text.match(/<tr><td/g)?.length ?? 0).toBe(count);
  });

  it.each([
    ['from', '1404-12-30'],
    ['to', '2026-11-24'],
    ['to', 'tomorrow'],
  ])(
    'filtered by a day that does not exist (%s=%s) say so at the field, which keeps it',
    async (field, day) => {
      await shop.createPayment();
      const { text } = await panel.open(`${base}/transactions?${field}=${day}`);
      expect(text).toContain(`id="${field}-mistake">There is no such day.`);
      expect(text).toContain(`name="${field}" value="${day}"`);
      const another = field === 'from' ? 'to' : 'from';
      expect(text).not.toContain(`${another}-mistake`);
    },
  );
});

describe('webhooks', () => {
  let hook: Endpoint;
  beforeEach(async () => {
    hook = await endpoint();
    await shop.call('subscribeWebhook', { body: { url: hook.url, events: ['payment.created'] } });
  });
  afterEach(() => hook.close());

  it('show each attempt, end as a dead letter, and are sent again with the same id', async () => {
    hook.answer = 503;
    await shop.createPayment();
    await sandbox.background.settle();
    const waiting = await panel.open(`${base}/webhooks`);
    const [, delivery] = /webhooks\/deliveries\/(\w+)"/.exec(waiting.text) ?? [];
    expect((await panel.open(`${base}/webhooks/deliveries/${delivery}`)).text).toContain('Next attempt');
    await change('/clock', 'advance', { minutes: '14' });
    expect(hook.received).toHaveLength(4);
    const dead = await panel.open(`${base}/webhooks?state=dead`);
    expect(dead.text).toContain('1 in the dead letter queue');
    const once = await change('/webhooks', 'retry', { id: delivery ?? '' });
    expect([hook.received.length, once.text.includes('1 in the dead letter queue')]).toEqual([5, true]);
    hook.answer = 200;
    const { text } = await change(`/webhooks/deliveries/${delivery}`, 'retry');
    expect(text).toContain('Delivered');
    expect(text.match(/attempt \d/g)).toHaveLength(6);
    expect(new Set(hook.received.map(({ headers }) => headers['x-webhook-id'])).size).toBe(1);
    const again = await send(`/webhooks/deliveries/${delivery}`, 'retry');
    expect([again.status, hook.received.length]).toEqual([422, 6]);
  });

  it('name the address that each was sent to on the payment’s timeline', async () => {
    const other = await endpoint();
    other.answer = 500;
    await shop.call('subscribeWebhook', { body: { url: other.url, events: ['payment.created'] } });
    const authority = await shop.createPayment();
    await sandbox.background.settle();
    const { text } = await panel.open(`${base}/transactions/${authority}`);
    const [story = ''] = /<ol class="timeline">.*?<\/ol>/s.exec(text) ?? [];
    const told = story.split('<li').filter((step) => step.includes('payment.created'));
    const toOf = (url: string) => told.filter((step) => step.includes(`to <code dir="ltr">${url}</code>`));
    expect([toOf(hook.url).length, toOf(other.url).length]).toEqual([1, 2]);
    expect(told).toHaveLength(3);
    await other.close();
  });

  it('are not sent again to an address that was unsubscribed', async () => {
    hook.answer = 'hang up';
    await shop.createPayment();
    await change('/clock', 'advance', { minutes: '14' });
    const { storage } = sandbox.services;
    const { id, webhook_id } = await storage.db
      .selectFrom('deliveries')
      .select(['id', 'webhook_id'])
      .where('state', '=', 'dead')
      .executeTakeFirstOrThrow();
    await shop.call('unsubscribeWebhook', { body: { webhook_id }, sign: false });
    const { status, text } = await send('/webhooks', 'retry', { id });
    expect([status, text.includes('nothing is sent there any more')]).toEqual([422, true]);
    expect((await panel.open(`${base.replace('/en/', '/fa/')}/webhooks/deliveries/${id}`)).text).toContain(
      'اتصال برقرار نشد',
    );
  });
});

describe('clock, faults and reports', () => {
  it('moves the clock of this terminal alone', async () => {
    const other = await sandbox.terminal();
    const authority = await shop.createPayment();
    await change('/clock', 'advance', { minutes: '60' });
    const { json } = await shop.call('getPayment', { authority, sign: false });
    expect(json.data.transaction.status).toBe('timeout');
    expect((await panel.open(`${base}/clock`)).text).toContain('1405-09-03 13:00:00');
    expect((await panel.open(`/dashboard/fa/terminals/${other.id}/clock`)).text).toContain(
      '۱۴۰۵-۰۹-۰۳ ۱۲:۰۰:۰۰',
    );
  });

  it.each(['0', '-5', '1.5', '', '99999999'])('does not move it by "%s" minutes', async (minutes) => {
    expect((await send('/clock', 'advance', { minutes })).status).toBe(422);
    expect((await panel.open(`${base}/clock`)).text).toContain('1405-09-03 12:00:00');
  });

  it.each(['60', '۶۰', '٦٠', ' 60 '])('moves it by minutes typed as "%s"', async (minutes) => {
    const there = await panel.open(`${base}/clock`);
    const [, pattern = ''] = /<input name="minutes"[^>]* pattern="([^"]+)"/.exec(there.text) ?? [];
    expect(minutes).toMatch(new RegExp(`^(?:${pattern})$`, 'v'));
    expect((await change('/clock', 'advance', { minutes })).text).toContain('1405-09-03 13:00:00');
  });

  it('tells how likely an order strikes, how late it makes things, and when there is no end to it', async () => {
    await sandbox.control('faults', {
      terminal: shop.id,
      kind: 'latency',
      milliseconds: 2000,
      jitter_milliseconds: 500,
      probability: 0.3,
    });
    await sandbox.control('faults', { terminal: shop.id, kind: 'latency', milliseconds: 250, times: 3 });
    const { text } = await panel.open(`${base}/faults`);
    expect(text).toContain('(2 s to 2.5 s, with a probability of 30 %)');
    expect(text).toContain('Without end');
    expect(text).toContain('(250 ms)');
    expect(text).not.toContain('999,99');
    const persian = await panel.open(`${base.replace('/en/', '/fa/')}/faults`);
    expect(persian.text).toContain('با احتمال ۳۰ درصد');
  });

  it.each(['2', '۲', '٢'])('orders faults as often as was typed as "%s"', async (times) => {
    const order = { error: 'ErrorUnexpected', operation: 'listWebhookEvents', times };
    await change('/faults', 'order', order);
    await change('/faults', 'disturb', { fault: 'slow', on: '', times, seconds: times });
    const orders = await sandbox.services.storage.db.selectFrom('faults').select('remaining').execute();
    expect(orders.map(({ remaining }) => Number(remaining))).toEqual([2, 2]);
    const { text } = await panel.open(`${base}/faults`);
    for (const [, pattern = ''] of text.matchAll(/<input name="(?:times|seconds)"[^>]* pattern="([^"]+)"/g)) {
      expect(times).toMatch(new RegExp(`^(?:${pattern})$`, 'v'));
    }
  });

  it('orders an error for so many requests, and withdraws the rest', async () => {
    const { text } = await change('/faults', 'order', {
      error: 'ErrorUnexpected',
      operation: 'listWebhookEvents',
      times: '3',
    });
    expect((await shop.call('listWebhookEvents')).json.error.code).toBe(-500);
    const [, id = ''] = /name="id" value="(\w+)"/.exec(text) ?? [];
    await change('/faults', 'withdraw', { id });
    expect((await shop.call('listWebhookEvents')).status).toBe(200);
    expect((await panel.open(`${base}/faults`)).text).toContain('Nothing is ordered');
  });

  it.each([
    { error: 'ErrorOfMine', operation: '', times: '1' },
    { error: 'ErrorAlreadyVerified', operation: 'createPayment', times: '1' },
    { error: 'ErrorUnexpected', operation: 'getHealthy', times: '1' },
    { error: 'ErrorUnexpected', operation: '', times: '0' },
  ])('does not order %j', async (fields) => {
    expect((await send('/faults', 'order', fields)).status).toBe(422);
  });

  it('answers with the page of a firewall when that was ordered, and lists the order', async () => {
    const { text } = await change('/faults', 'disturb', {
      fault: 'firewall',
      on: 'createPayment',
      times: '1',
    });
    expect(text).toContain('A firewall answers with an HTML page');
    const answer = await sandbox.request(
      'POST',
      '/v2/payments',
      { authorization: `Bearer ${shop.token}`, 'content-type': 'application/json', 'idempotency-key': 'one' },
      JSON.stringify({ amount: 100_000, order_id: 'A', callback_url: 'https://merchant.com/callback' }),
    );
    expect([answer.status, answer.headers['content-type']]).toEqual([
      403,
      expect.stringContaining('text/html'),
    ]);
  });

  it('disturbs the payer’s page, for which no error can be ordered', async () => {
    const authority = await shop.createPayment();
    await change('/faults', 'disturb', { fault: 'firewall', on: 'openPaymentPage', times: '1' });
    expect((await panel.open(`/startpay/${authority}`)).status).toBe(403);
    expect((await panel.open(`/startpay/${authority}`)).status).toBe(200);
    const fields = { error: 'ErrorUnexpected', operation: 'openPaymentPage', times: '1' };
    expect((await send('/faults', 'order', fields)).status).toBe(422);
  });

  it('sends an event twice when that was ordered', async () => {
    const hook = await endpoint();
    await shop.call('subscribeWebhook', { body: { url: hook.url, events: ['payment.created'] } });
    await change('/faults', 'disturb', { fault: 'webhook_twice', on: 'payment.created', times: '1' });
    await shop.createPayment();
    await change('/clock', 'advance', { minutes: '1' });
    expect(hook.received).toHaveLength(2);
    await hook.close();
  });

  it.each<Record<string, string>>([
    { fault: 'firewall', on: 'payment.created', times: '1' },
    { fault: 'webhook_late', on: 'payment.created', times: '1', seconds: '0' },
    { fault: 'constructor', on: '', times: '1' },
  ])('does not disturb by %j', async (fields) => {
    expect((await send('/faults', 'disturb', fields)).status).toBe(422);
  });

  it('draws the figures that the report of the API gives', async () => {
    for (const card of ['success', 'success', 'failed']) {
      const authority = await shop.createPayment();
      await shop.pay(authority, card);
      if (card === 'success') await shop.call('createVerification', { body: { authority, amount: 100_000 } });
    }
    const { summary } = (await shop.call('getDailyReport')).json.data;
    expect(summary).toMatchObject({ total_transactions: 3, successful_transactions: 2 });
    const { text } = await panel.open(`${base}/reports`);
    expect(text).toContain('3 transactions, 2 of them successful, 1 failed.');
    expect(text).toContain(`${summary.success_rate}%`);
    const [day = '', month = ''] = text.match(/<svg[\s\S]*?<\/svg>/g) ?? [];
    for (const chart of [day, month]) {
      expect(chart).toMatch(/role="img" aria-labelledby="(\w+)-title \1-description"/);
      const heights = [...chart.matchAll(/<rect class="(\w+)"[^>]*height="([\d.]+)"/g)].map(
        ([, kind, height]): [string, number] => [kind ?? '', Number(height)],
      );
      expect(heights.map(([kind]) => kind)).toEqual(['good', 'bad']);
      expect(heights[0]?.[1]).toBeCloseTo(2 * (heights[1]?.[1] ?? 0));
    }
    const empty = await panel.open(`${base}/reports?date=1404-01-01&month=1404-01`);
    expect(empty.text).not.toContain('<rect');
  });

  const absent = ['There is no such', 'وجود ندارد'] as const;
  const future = ['has not come yet', 'هنوز نیامده است'] as const;
  it.each([
    ['date', '1405-13-01', absent],
    ['date', '1405-07-31', absent],
    ['date', '2026-11-24', absent],
    ['date', 'foo"><script>', absent],
    ['date', '1405/09/03', absent],
    ['date', '1405-09-04', future],
    ['month', '1405-13', absent],
    ['month', '۱۴۰۵-۰۰', absent],
    ['month', '1405-10', future],
  ])('does not report on another day or month than was asked for: %s=%s', async (field, typed, [en, fa]) => {
    const other = field === 'date' ? 'month' : 'date';
    for (const [language, sentence, example] of [
      ['en', en, '1405-09'],
      ['fa', fa, '۱۴۰۵-۰۹'],
    ] as const) {
      const there = base.replace('/en/', `/${language}/`);
      const { text } = await panel.open(`${there}/reports?${new URLSearchParams({ [field]: typed })}`);
      const [, place = ''] = new RegExp(`id="${field}-mistake">(.*?)</span>`).exec(text) ?? [];
      expect(place).toContain(sentence);
      expect(place).toContain(example);
      expect(text).toContain(
        `<input name="${field}" value="${typed.replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')}"`,
      );
      expect(text).toContain(`aria-describedby="${field}-mistake"`);
      // The other report stands there, and only that one.
      expect(text).not.toContain(`id="${other}-mistake"`);
      expect([...text.matchAll(/aria-labelledby="(\w+)-title/g)].map(([, id]) => id)).toEqual([
        field === 'date' ? 'month' : 'day',
      ]);
    }
  });

  it.each(['۱۴۰۵-۰۹-۰۲', '١٤٠٥-٠٩-٠٢', ' 1405-09-02 '])('reports on the day typed as %s', async (typed) => {
    const { text } = await panel.open(`${base}/reports?date=${encodeURIComponent(typed)}`);
    expect(text).toContain('Transactions of 1405-09-02 by hour');
    expect(text).toContain(`<input name="date" value="${typed}"`);
  });
});

describe('terminals', () => {
  it('are created with a token and a key that are shown once', async () => {
    const { status, text } = await panel.send('/dashboard/fa', '/dashboard/fa/terminals', {
      name: 'کتاب‌فروشی',
    });
    expect(status).toBe(200);
    expect(await tried(secretOn(text))).toEqual([200, null]);
    const list = await panel.open('/dashboard/fa');
    expect(list.text).toContain('کتاب‌فروشی');
    expect(list.text).not.toContain(secretOn(text));
  });

  it.each(['', '   ', 'x'.repeat(101)])('need a name: "%s"', async (name) => {
    expect((await panel.send('/dashboard/en', '/dashboard/en/terminals', { name })).status).toBe(422);
  });
});
