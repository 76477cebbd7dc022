// Who may call, how often, and with which signature.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  sandbox as facts,
  type OperationId,
  operations,
  rateLimits,
  signing,
  tokens,
} from '../../generated/facts.ts';
import { payment, signatureOf, type TestSandbox, type TestTerminal, testSandbox } from './support/sandbox.ts';

let sandbox: TestSandbox;
let shop: TestTerminal;
beforeAll(async () => {
  sandbox = await testSandbox();
});
beforeEach(async () => {
  shop = await sandbox.terminal();
});
afterAll(() => sandbox.close());

const withToken = (Object.keys(operations) as OperationId[]).filter((id) => operations[id].token);
const anyAuthority = '20251001214241ABCDEF';

describe('the token', () => {
  it.each(withToken)('%s answers -50 without one and -51 with a wrong one', async (operation) => {
    const stranger = await sandbox.terminal();
    for (const [authorization, code] of [
      [undefined, -50],
      ['Basic abc', -50],
      ['Bearer ', -50],
      ['Bearer idg_test_unknown', -51],
      ['Bearer idg_live_unknown', -51],
      ['Bearer nonsense', -51],
    ] as const) {
      const answer = await stranger.call(operation, { authority: anyAuthority, headers: { authorization } });
      expect([answer.status, answer.json.error.code]).toEqual([401, code]);
      expect(answer.headers['x-response-signature']).toBeUndefined();
      // A new minute, so that no window is full.
      sandbox.clock.advance(60_000);
    }
  });

  it('stands in the database as its hash only', async () => {
    const rows = await sandbox.services.storage.db.selectFrom('tokens').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(shop.token);
  });

  it('works for 24 hours after a rotation, and says so on every answer, errors included', async () => {
    const { json } = await sandbox.control(`terminals/${shop.id}/tokens/rotate`, {});
    const fresh = await shop.call('listWebhookEvents', {
      headers: { authorization: `bearer ${json.token}` },
    });
    expect(fresh.headers['x-token-deprecated']).toBeUndefined();
    const old = await shop.call('getPayment', { authority: 'wrong' });
    expect(old.status).toBe(422);
    expect(old.headers['x-token-deprecated']).toBe('true');
    const end = Date.parse(old.headers['x-token-deprecated-expires-at'] ?? '');
    expect(end - sandbox.clock.now()).toBe(tokens.rotation.grace_seconds * 1000);
    sandbox.clock.advance(tokens.rotation.grace_seconds * 1000);
    expect((await shop.call('listWebhookEvents')).json.error.code).toBe(-51);
  });

  it('is dead at once after an emergency revocation', async () => {
    await sandbox.control(`terminals/${shop.id}/tokens/revoke`, {});
    expect((await shop.call('listWebhookEvents')).json.error.code).toBe(-51);
  });

  it('of the sandbox expires after 30 days', async () => {
    sandbox.clock.advance(facts.token_lifetime_days * 86_400_000 - 1);
    expect((await shop.call('listWebhookEvents')).status).toBe(200);
    sandbox.clock.advance(1);
    expect((await shop.call('listWebhookEvents')).json.error.code).toBe(-51);
  });
});

describe('the terminal', () => {
  it.each(['inactive', 'suspended', 'under_review'] as const)(
    'answers -53, signed, when it is %s',
    async (state) => {
      const answer = await (await sandbox.terminal({ state })).call('createPayment', { body: payment });
      expect([answer.status, answer.json.error.code]).toEqual([403, -53]);
      expect(answer.headers['x-response-signature']).toMatch(/^[0-9a-f]{64}$/);
    },
  );

  it.each([
    [['127.0.0.1'], 200],
    [['127.0.0.0/8'], 200],
    [['::ffff:127.0.0.1'], 200],
    [['10.0.0.1', '192.168.0.0/16', '::1'], 403],
    [[], 403],
  ])('with the allowed addresses %j answers %i', async (ipAllowList, status) => {
    const answer = await (await sandbox.terminal({ ipAllowList })).call('listWebhookEvents');
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.json.error.code).toBe(-52);
  });
});

describe('the signature of a request', () => {
  const body = JSON.stringify(payment);
  let strict: TestTerminal;
  beforeEach(async () => {
    strict = await sandbox.terminal({ requireSignature: true });
  });
  const create = (terminal: TestTerminal, headers: Record<string, string | undefined>, rawBody = body) =>
    terminal.call('createPayment', { rawBody, sign: false, headers });
  const seconds = (offset = 0) => String(Math.floor(sandbox.clock.now() / 1000) + offset);
  const sign = (terminal: TestTerminal, timestamp: string, rawBody = body) => ({
    'x-timestamp': timestamp,
    'x-signature': signatureOf(terminal.secretKey ?? '', 'POST', '/v2/payments', rawBody, timestamp),
  });

  it('is demanded where the terminal says so', async () => {
    expect((await create(strict, {})).json.error.code).toBe(-101);
    expect((await create(strict, { 'x-timestamp': seconds() })).json.error.code).toBe(-101);
    expect((await create(strict, { 'x-signature': 'a'.repeat(64) })).json.error.code).toBe(-101);
    expect((await create(strict, sign(strict, seconds()))).status).toBe(200);
  });

  it.each([
    [-signing.tolerance_seconds, 200],
    [signing.tolerance_seconds, 200],
    [-signing.tolerance_seconds - 1, -102],
    [signing.tolerance_seconds + 1, -102],
  ])('made %i seconds away gives %i', async (offset, expected) => {
    const { status, json } = await create(strict, sign(strict, seconds(offset)));
    expect(expected === 200 ? status : json.error.code).toBe(expected);
  });

  it.each(['now', '-5', '1.5', '', '۱۷۲۷۸۰۰۰۰۰', '9'.repeat(30)])(
    'with the time %j is -102',
    async (timestamp) => {
      const headers = { 'x-timestamp': timestamp, 'x-signature': 'a'.repeat(64) };
      expect((await create(strict, { ...headers })).json.error.code).toBe(-102);
    },
  );

  it.each(['', 'short', 'g'.repeat(64), 'A'.repeat(64), 'a'.repeat(65), 'a'.repeat(64)])(
    'that reads %j is -103',
    async (signature) => {
      const answer = await create(strict, { ...sign(strict, seconds()), 'x-signature': signature });
      expect([answer.status, answer.json.error.code]).toEqual([401, -103]);
    },
  );

  it('covers the very bytes of the body', async () => {
    const spaced = JSON.stringify(payment, null, 2);
    expect((await create(strict, sign(strict, seconds(), spaced), spaced)).status).toBe(200);
    expect((await create(strict, sign(strict, seconds(), spaced), body)).json.error.code).toBe(-103);
  });

  it('covers the path without its query, and no body as nothing', async () => {
    const timestamp = seconds();
    const answer = await strict.call('listTransactions', {
      query: 'page=1&per_page=5',
      sign: false,
      headers: {
        'x-timestamp': timestamp,
        'x-signature': signatureOf(strict.secretKey ?? '', 'GET', '/v2/transactions', '', timestamp),
      },
    });
    expect(answer.status).toBe(200);
  });

  it('is ignored by a terminal without a key, whose answers are not signed', async () => {
    const keyless = await sandbox.terminal({ secretKey: null });
    const answer = await create(keyless, { 'x-timestamp': 'never', 'x-signature': 'nonsense' });
    expect(answer.status).toBe(200);
    expect(answer.headers['x-response-signature']).toBeUndefined();
  });
});

describe('the signature of an answer', () => {
  it('covers the bytes of successes and errors', async () => {
    for (const body of [payment, { amount: 1 }]) {
      const { text, headers } = await shop.call('createPayment', { body });
      const timestamp = headers['x-response-timestamp'] ?? '';
      const { createHmac } = await import('node:crypto');
      const expected = createHmac('sha256', shop.secretKey ?? '')
        .update(`${text}:${timestamp}`)
        .digest('hex');
      expect(headers['x-response-signature']).toBe(expected);
      expect(timestamp).toBe(String(Math.floor(sandbox.clock.now() / 1000)));
    }
  });
});

describe('prepareRequest', () => {
  it('gives headers with which the request is accepted', async () => {
    const strict = await sandbox.terminal({ requireSignature: true });
    const { json } = await strict.call('prepareRequest', {
      rawBody:
        '{"method":"POST", "endpoint": "payments", "data": { "amount": 100000, "order_id":"A", "callback_url":"https:\\/\\/a.ir\\/ب"} }',
    });
    expect(json.signature_required).toBe(true);
    const answer = await strict.call('createPayment', {
      rawBody: '{"amount":100000,"order_id":"A","callback_url":"https://a.ir/ب"}',
      sign: false,
      headers: { ...json.headers, 'idempotency-key': undefined },
    });
    // Signed rightly: what is refused is the address, which is no URI.
    expect([answer.status, Object.keys(answer.json.error.details.validation)]).toEqual([
      422,
      ['callback_url'],
    ]);
  });

  it('keeps the order of the keys, numeric ones as well, and the spelling of numbers', async () => {
    const { json } = await shop.call('prepareRequest', {
      rawBody: '{"method":"POST","endpoint":"payments","data":{"b":1.0,"2":[ ],"1":{"x" : null}}}',
    });
    const compact = '{"b":1.0,"2":[],"1":{"x":null}}';
    expect(json.signature).toBe(
      signatureOf(shop.secretKey ?? '', 'POST', '/v2/payments', compact, json.timestamp),
    );
  });

  it('signs nothing for a terminal without a key', async () => {
    const keyless = await sandbox.terminal({ secretKey: null });
    const { json } = await keyless.call('prepareRequest', {
      body: { method: 'GET', endpoint: 'reports/daily' },
    });
    expect(json).toMatchObject({ signature: null, signature_required: false });
    expect(Object.keys(json.headers)).toEqual(['X-Idempotency-Key', 'Content-Type']);
  });
});

describe('rate limits', () => {
  const limited = (Object.keys(operations) as OperationId[]).flatMap((operation) => {
    const limits = operations[operation].rateLimits as readonly (keyof typeof rateLimits)[];
    const limit = Math.min(...limits.map((name) => rateLimits[name].limit));
    return limits.length > 0 ? [[operation, limit] as const] : [];
  });

  it.each(limited)(
    '%s takes %i requests and answers -54 to the next, with the time to wait',
    async (operation, limit) => {
      const body = {};
      for (let count = 1; count <= limit; count += 1) {
        const answer = await shop.call(operation, { authority: anyAuthority, body, sign: false });
        expect(answer.json.error?.code).not.toBe(-54);
        expect(answer.headers['x-ratelimit-remaining']).toBe(String(limit - count));
      }
      const refused = await shop.call(operation, { authority: anyAuthority, body, sign: false });
      expect([refused.status, refused.json.error.code]).toEqual([429, -54]);
      const wait = Number(refused.headers['retry-after']);
      expect(Number(refused.headers['x-ratelimit-reset'])).toBe(
        Math.floor(sandbox.clock.now() / 1000) + wait,
      );
      sandbox.clock.advance(wait * 1000);
      expect(
        (await shop.call(operation, { authority: anyAuthority, body, sign: false })).json.error?.code,
      ).not.toBe(-54);
    },
  );

  // One operation for each kind of window is enough here.
  it.each(
    limited.filter(([operation]) => ['createPayment', 'getDailyReport', 'testWebhook'].includes(operation)),
  )('%s with a valid signature is lifted exactly where the contract says so', async (operation, limit) => {
    const names = operations[operation].rateLimits as readonly (keyof typeof rateLimits)[];
    const lifted = names.every((name) => rateLimits[name].lifted_by_signature);
    const request = {
      authority: anyAuthority,
      ...(operations[operation].requestSchema === null ? {} : { body: {} }),
    };
    for (let count = 1; count <= limit; count += 1) await shop.call(operation, { ...request, sign: false });
    const { json } = await shop.call(operation, { ...request, sign: true });
    expect(json.error?.code === -54).toBe(!lifted);
  });

  it('count nothing of a terminal that has none, whose answers say nothing of them', async () => {
    const { json } = await sandbox.control('terminals', { rate_limits: false });
    const { terminals } = (await sandbox.control('terminals')).json;
    const shown = (id: string) => terminals.find((one: { id: string }) => one.id === id).rate_limits;
    expect([shown(json.id), shown(shop.id)]).toEqual([false, true]);
    const headers = { authorization: `Bearer ${json.token}` };
    const testIt = (more: Record<string, string>) =>
      sandbox.request(
        'POST',
        operations.testWebhook.path,
        { ...more, 'content-type': 'application/json' },
        '{}',
      );
    for (let count = 0; count <= rateLimits['webhook-test'].limit; count += 1) {
      const { status, headers: answered } = await testIt(headers);
      expect(status).toBe(422);
      expect(Object.keys(answered).filter((name) => name.startsWith('x-ratelimit'))).toEqual([]);
    }
    expect((await shop.call('testWebhook', { body: {} })).headers).toHaveProperty('x-ratelimit-limit');
  });

  it('count a wrong signature, so that keys cannot be guessed for free', async () => {
    const headers = {
      'x-signature': 'a'.repeat(64),
      'x-timestamp': String(Math.floor(sandbox.clock.now() / 1000)),
    };
    for (let count = 0; count < rateLimits.payments.limit; count += 1) {
      const { json } = await shop.call('createPayment', { body: payment, sign: false, headers });
      expect(json.error.code).toBe(-103);
    }
    const { json } = await shop.call('createPayment', { body: payment, sign: false, headers });
    expect(json.error.code).toBe(-54);
  });

  it("the sandbox's own per second holds for signed requests too, and can be set", async () => {
    const slow = await testSandbox({
      settings: { publicUrl: 'http://localhost:4020', onLoopback: true, ratePerSecond: 10 },
    });
    const terminal = await slow.terminal();
    const codes = [];
    for (let count = 0; count < 12; count += 1) codes.push((await terminal.call('listWebhookEvents')).status);
    expect(codes).toEqual([...Array(10).fill(200), 429, 429]);
    slow.clock.advance(1000);
    expect((await terminal.call('listWebhookEvents')).status).toBe(200);
    for (let count = 0; count < 10; count += 1) expect((await terminal.call('getHealth')).status).toBe(200);
    expect((await terminal.call('getHealth')).status).toBe(429);
    await slow.close();
  });
});
