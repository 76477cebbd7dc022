// Idempotency keys: a repeated request has one effect and gets one answer.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { idempotency } from '../../generated/facts.ts';
import { payment, type TestSandbox, type TestTerminal, testSandbox } from './support/sandbox.ts';

let sandbox: TestSandbox;
let shop: TestTerminal;
beforeAll(async () => {
  sandbox = await testSandbox();
});
afterAll(() => sandbox.close());

async function paymentsOf(terminal: TestTerminal): Promise<number> {
  const { json } = await terminal.call('listTransactions');
  return json.data.pagination.total as number;
}

describe('the same key', () => {
  beforeAll(async () => {
    shop = await sandbox.terminal();
  });

  it('makes one payment of 1,000 concurrent requests, and one answer', async () => {
    const answers = await Promise.all(
      Array.from({ length: 1000 }, () => shop.call('createPayment', { body: payment, key: 'crowd' })),
    );
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(answers[0]?.status).toBe(200);
    expect(await paymentsOf(shop)).toBe(1);
  });

  it('gets the stored bytes again with a fresh signature', async () => {
    const first = await shop.call('createPayment', { body: payment, key: 'again' });
    sandbox.clock.advance(5_000);
    const second = await shop.call('createPayment', { body: payment, key: 'again' });
    expect(second.text).toBe(first.text);
    expect(second.headers['x-response-timestamp']).not.toBe(first.headers['x-response-timestamp']);
    expect(second.headers['x-response-signature']).not.toBe(first.headers['x-response-signature']);
  });

  it.each([
    ['another amount', JSON.stringify({ ...payment, amount: 200_000 })],
    ['the same fields in other bytes', JSON.stringify(payment, null, 1)],
  ])('is refused with %s', async (_name, rawBody) => {
    await shop.call('createPayment', { body: payment, key: 'bound' });
    const { status, json } = await shop.call('createPayment', { rawBody, key: 'bound' });
    expect([status, Object.keys(json.error.details.validation)]).toEqual([422, ['idempotency_key']]);
  });

  it('is refused for another operation', async () => {
    const authority = await shop.createPayment();
    await shop.pay(authority);
    const body = { authority, amount: payment.amount };
    await shop.call('createVerification', { body, key: 'verify' });
    expect((await shop.call('createRefund', { body, key: 'verify' })).status).toBe(422);
  });

  it('belongs to its terminal', async () => {
    const other = await sandbox.terminal();
    const [mine, theirs] = await Promise.all(
      [shop, other].map((terminal) => terminal.call('createPayment', { body: payment, key: 'shared' })),
    );
    expect(mine?.json.data.transaction.authority).not.toBe(theirs?.json.data.transaction.authority);
  });

  it('is forgotten after its lifetime, and not before', async () => {
    const first = await shop.call('createPayment', { body: payment, key: 'old' });
    sandbox.clock.advance(idempotency.lifetime_seconds * 1000 - 1);
    expect((await shop.call('createPayment', { body: payment, key: 'old' })).text).toBe(first.text);
    sandbox.clock.advance(1);
    expect((await shop.call('createPayment', { body: payment, key: 'old' })).text).not.toBe(first.text);
  });
});

describe('what is stored', () => {
  beforeAll(async () => {
    shop = await sandbox.terminal();
  });

  it('a refusal by the state of the payment is replayed after the state has changed', async () => {
    const authority = await shop.createPayment();
    const body = { authority, amount: payment.amount };
    const refused = await shop.call('createVerification', { body, key: 'early' });
    await shop.pay(authority);
    expect((await shop.call('createVerification', { body, key: 'early' })).text).toBe(refused.text);
    expect((await shop.call('createVerification', { body, key: 'late' })).status).toBe(200);
  });

  it.each([-31, -500, 996])(
    'the error %i is not: the same key is carried out anew, and stays bound',
    async (code) => {
      const before = await paymentsOf(shop);
      await sandbox.control('faults', { terminal: shop.id, code });
      expect((await shop.call('createPayment', { body: payment, key: `fault${code}` })).json.error.code).toBe(
        code,
      );
      const other = { ...payment, order_id: 'OTHER' };
      expect((await shop.call('createPayment', { body: other, key: `fault${code}` })).status).toBe(422);
      expect((await shop.call('createPayment', { body: payment, key: `fault${code}` })).status).toBe(200);
      expect(await paymentsOf(shop)).toBe(before + 1);
    },
  );

  it('a failed validation is not', async () => {
    expect((await shop.call('createPayment', { body: { amount: 5 }, key: 'typo' })).status).toBe(422);
    expect((await shop.call('createPayment', { body: payment, key: 'typo' })).status).toBe(200);
  });
});

describe('the header', () => {
  it.each([
    ['both names and one value', { 'idempotency-key': 'same', 'x-idempotency-key': 'same' }, 200],
    ['the alias alone', { 'idempotency-key': undefined, 'x-idempotency-key': 'alias' }, 200],
    ['two names and two values', { 'idempotency-key': 'one', 'x-idempotency-key': 'two' }, 422],
    ['nothing', { 'idempotency-key': undefined }, 422],
    ['a blank', { 'idempotency-key': 'with blank' }, 422],
    ['256 characters', { 'idempotency-key': 'k'.repeat(256) }, 422],
    ['255 characters', { 'idempotency-key': 'k'.repeat(255) }, 200],
  ])('with %s', async (_name, headers, status) => {
    shop = await sandbox.terminal();
    expect((await shop.call('createPayment', { body: payment, headers })).status).toBe(status);
  });
});
