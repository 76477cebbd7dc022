// Settlements: what they gather, what they tell the merchant, and that no rial is transferred twice or lost.
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../src/testing/index.ts';
import { eventFaults } from './support/contract.ts';
import { endpoint } from './support/endpoint.ts';
import { payment, type TestSandbox, type TestTerminal, testSandbox } from './support/sandbox.ts';

let sandbox: TestSandbox;
let shop: TestTerminal;
beforeAll(async () => {
  sandbox = await testSandbox();
});
beforeEach(async () => {
  shop = await sandbox.terminal();
});
afterAll(() => sandbox.close());

async function verified(amount: number, terminal = shop): Promise<string> {
  const authority = await terminal.createPayment({ amount });
  await terminal.pay(authority);
  await terminal.call('createVerification', { body: { authority, amount } });
  return authority;
}
const settle = (outcome = 'completed', { id } = shop) =>
  sandbox.control(`terminals/${id}/settlements`, { outcome });
const settlements = async ({ id } = shop) =>
  (await sandbox.control(`terminals/${id}/settlements`)).json.settlements;

describe('a settlement', () => {
  it('gathers the verified payments and no others, over the days of their creation', async () => {
    await verified(100_000);
    sandbox.clock.advance(86_400_000);
    await verified(250_000);
    await shop.pay(await shop.createPayment());
    await shop.pay(await shop.createPayment(), 'failed');
    await shop.createPayment();
    const { status, json } = await settle();
    expect(status).toBe(201);
    expect(json).toMatchObject({
      settlement_code: expect.stringMatching(/^ST-[A-Z0-9]{12}$/),
      status: 'completed',
      amount: 350_000,
      payments: 2,
      payments_amount: 350_000,
      refunds: 0,
      fees_amount: 0,
      period: '1405-09-03/1405-09-04',
    });
    expect(await settlements()).toEqual([json]);
  });

  it('takes each payment once, and a failed one takes none', async () => {
    await verified(100_000);
    expect((await settle('failed')).json).toMatchObject({ status: 'failed', amount: 100_000 });
    await verified(200_000);
    expect((await settle()).json).toMatchObject({ payments: 2, amount: 300_000 });
    expect((await settle()).status).toBe(409);
    await verified(150_000);
    expect((await settle()).json).toMatchObject({ payments: 1, amount: 150_000 });
  });

  it('deducts each refund once, also of a payment that was settled before', async () => {
    const first = await verified(300_000);
    const refund = (authority: string, amount: number) =>
      shop.call('createRefund', { body: { authority, amount } });
    await refund(first, 50_000);
    expect((await settle()).json).toMatchObject({ amount: 250_000, refunds: 1, refunds_amount: 50_000 });
    await refund(first, 200_000);
    const refused = await settle();
    expect([refused.status, refused.json.error]).toEqual([409, expect.stringContaining('nothing to settle')]);
    await verified(150_000);
    expect((await settle()).status).toBe(409);
    await verified(100_000);
    expect((await settle()).json).toMatchObject({ amount: 50_000, payments: 2, refunds: 1 });
  });

  it('concerns its own terminal alone', async () => {
    const other = await sandbox.terminal();
    await verified(100_000);
    await verified(200_000, other);
    expect((await settle()).json.amount).toBe(100_000);
    expect(await settlements(other)).toEqual([]);
    expect((await settle('completed', other)).json.amount).toBe(200_000);
  });

  it('does not happen by itself, however far the clock moves', async () => {
    await verified(100_000);
    await sandbox.control('clock', { terminal: shop.id, advance_seconds: 90 * 86_400 });
    expect(await settlements()).toEqual([]);
  });

  it.each([
    ['terminals/nobody/settlements', {}, 404, 'There is no terminal'],
    ['terminals/ID/settlements', { outcome: 'pending' }, 400, '"outcome" must be one of completed, failed'],
  ])('on %s with %j is refused in a sentence', async (path, body, status, sentence) => {
    const answer = await sandbox.control(path.replace('ID', shop.id), body);
    expect([answer.status, answer.json.error]).toEqual([status, expect.stringContaining(sentence)]);
  });
});

it.each(['completed', 'failed'])('a %s settlement is reported by its two events, signed', async (outcome) => {
  const target = await endpoint();
  const secret = 'a secret of my own';
  const events = ['settlement.created', 'settlement.completed', 'settlement.failed'];
  await shop.call('subscribeWebhook', { body: { url: target.url, events, secret } });
  await verified(100_000);
  const { json } = await settle(outcome);
  await sandbox.background.settle(shop.id);
  const seen = new Map(target.received.map((delivery) => [delivery.json.event, delivery]));
  expect([...seen.keys()].sort()).toEqual(['settlement.created', `settlement.${outcome}`].sort());
  for (const [event, { json: body, text, headers }] of seen) {
    expect(eventFaults(event, body)).toEqual([]);
    const data = JSON.stringify(body.data);
    const signature = createHmac('sha256', secret).update(data).digest('hex');
    expect(text).toContain(`"data":${data}`);
    expect([body.signature, headers['x-webhook-signature']]).toEqual([signature, signature]);
    expect(body.data).toEqual({
      settlement_code: json.settlement_code,
      amount: 100_000,
      status: event === 'settlement.created' ? 'pending' : outcome,
      period: '1405-09-04/1405-09-04',
    });
  }
  await target.close();
});

describe('the state of a terminal', () => {
  it('is brought back with its settlements, and loses them by a reset', async () => {
    const authority = await verified(300_000);
    await shop.call('createRefund', { body: { authority, amount: 100_000 } });
    await settle();
    const before = await settlements();
    const { json } = await sandbox.control('snapshots', { terminal: shop.id });
    await verified(150_000);
    await settle();
    await sandbox.control(`snapshots/${json.id}/restore`, {});
    expect(await settlements()).toEqual(before);
    // What it has taken is remembered as well.
    expect((await settle()).status).toBe(409);
    await sandbox.control('reset', { terminal: shop.id });
    expect(await settlements()).toEqual([]);
    await verified(100_000);
    expect((await settle()).json.payments).toBe(1);
  });
});

it('a test suite settles in one line', async () => {
  await using gateway = await startSandbox();
  const headers = { Authorization: `Bearer ${gateway.token}`, 'Content-Type': 'application/json' };
  const body = JSON.stringify({ ...payment, direct_verify: true });
  const created = await fetch(`${gateway.url}/v2/payments`, {
    method: 'POST',
    headers: { ...headers, 'Idempotency-Key': 'one' },
    body,
  });
  const { data } = (await created.json()) as { data: { transaction: { authority: string } } };
  await gateway.pay(data.transaction.authority);
  expect(await gateway.settle('failed')).toMatchObject({ status: 'failed', amount: payment.amount });
  const settled = await gateway.settle();
  expect((await gateway.settlements()).at(-1)).toEqual(settled);
  await expect(gateway.settle()).rejects.toThrow('nothing to settle');
});
