// What leaves the client: exact bytes, the signature over them, and the headers that nobody has to remember.
import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallOptions, createClient, type OperationName, rials } from '../src/index.ts';
import { order, secretKey, token } from './shop.ts';

interface Sent {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: string;
  redirect?: string;
}

/** A client whose requests go nowhere but into a list. */
function recorder(options: { secretKey?: string; now?: number } = {}) {
  const sent: Sent[] = [];
  const client = createClient({
    token,
    environment: 'sandbox',
    retries: 0,
    secretKey: options.secretKey,
    clock: { now: () => options.now ?? Date.now(), sleep: async () => {} },
    fetch: async (url, init) => {
      sent.push({ url: String(url), ...init } as Sent);
      return new Response('{}');
    },
  });
  return { client, sent };
}

const authority = '2025100121424146HC';

describe('a request', () => {
  it.each<{ name: OperationName; input?: unknown; method: string; path: string }>([
    { name: 'createPayment', input: order, method: 'POST', path: '/v2/payments' },
    { name: 'cancelPayment', input: authority, method: 'POST', path: `/v2/payments/${authority}/cancel` },
    { name: 'getPayment', input: '../a b?c', method: 'GET', path: '/v2/payments/..%2Fa%20b%3Fc' },
    {
      name: 'listTransactions',
      input: { status: 'completed', from_date: undefined, page: 2 },
      method: 'GET',
      path: '/v2/transactions?status=completed&page=2',
    },
    { name: 'getMonthlyReport', method: 'GET', path: '/v2/reports/monthly' },
    { name: 'getHealth', method: 'GET', path: '/health' },
  ])('of $name goes to $method $path', async ({ name, input, method, path }) => {
    const { client, sent } = recorder();
    await (client as unknown as Record<string, (input: unknown) => unknown>)[name]?.(input);
    expect(sent).toMatchObject([
      { method, url: `https://sandbox.irandargah.com${path}`, redirect: 'manual' },
    ]);
  });

  it('carries the token where it is needed, and nowhere else', async () => {
    const { client, sent } = recorder({ secretKey });
    await client.getPayment(authority);
    await client.getHealth();
    await client.getIdempotencyKey();
    await client.prepareRequest({ method: 'GET', endpoint: 'payments' });
    expect(sent.map(({ headers }) => Object.keys(headers).sort())).toEqual([
      ['Authorization', 'X-Signature', 'X-Timestamp'],
      [],
      [],
      ['Authorization', 'Content-Type', 'X-API-Token'],
    ]);
  });

  it('carries a fresh idempotency key where the operation takes one', async () => {
    const { client, sent } = recorder();
    const results = [
      await client.createPayment(order),
      await client.createPayment(order),
      await client.createVerification({ authority, amount: rials(100_000) }),
      await client.createRefund({ authority }),
      await client.createPayment(order, { idempotencyKey: 'mine' }),
      await client.cancelPayment(authority),
    ];
    const keys = sent.map(({ headers }) => headers['Idempotency-Key']);
    expect(keys.slice(4)).toEqual(['mine', undefined]);
    expect(new Set(keys).size).toBe(6);
    expect(results.map(({ idempotencyKey }) => idempotencyKey)).toEqual(keys);
  });

  it('is signed over exactly the text that is sent, whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary' }),
        fc.integer({ min: 1, max: 4_000_000_000 }),
        fc.integer({ min: 0, max: 2 ** 40 }),
        async (description, amount, now) => {
          const { client, sent } = recorder({ secretKey, now });
          await client.createPayment({ ...order, amount: rials(amount), description });
          const [{ headers, body }] = sent as [Sent];
          const timestamp = String(Math.floor(now / 1000));
          const signature = createHmac('sha256', secretKey)
            .update(`POST:payments:${body}:${timestamp}`)
            .digest('hex');
          expect(headers).toMatchObject({ 'X-Timestamp': timestamp, 'X-Signature': signature });
          expect(JSON.parse(body ?? '')).toEqual({ ...order, amount, description });
        },
      ),
      { numRuns: 50 },
    );
  });

  it('is signed without its query, and with an empty body when it has none', async () => {
    const { client, sent } = recorder({ secretKey, now: 1_727_800_000_000 });
    await client.listTransactions({ page: 3 });
    await client.cancelPayment(authority);
    const sign = (text: string) => createHmac('sha256', secretKey).update(text).digest('hex');
    expect(sent.map(({ headers }) => headers['X-Signature'])).toEqual([
      sign('GET:transactions::1727800000'),
      sign(`POST:payments/${authority}/cancel::1727800000`),
    ]);
    expect(sent[1]?.body).toBeUndefined();
  });

  it.each([250_000.5, Number.NaN, '250000', 2 ** 53])('never leaves with the amount %s', async (amount) => {
    const { client, sent } = recorder();
    const wrong = { ...order, amount: amount as never };
    await expect(client.createPayment(wrong)).rejects.toThrow(/whole number of rials/);
    expect(sent).toEqual([]);
  });
});

describe('an abort', () => {
  const hanging = (options: CallOptions) =>
    createClient({
      token,
      environment: 'sandbox',
      fetch: (_, init) =>
        new Promise((_, reject) =>
          init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
        ),
    }).createPayment(order, options);

  it('before the call sends nothing', async () => {
    const { client, sent } = recorder();
    const result = await client.createPayment(order, { signal: AbortSignal.abort() });
    expect(result).toMatchObject({ ok: false, error: { code: 'aborted', mayHaveActed: false } });
    expect(sent).toEqual([]);
  });

  it('during an attempt ends the call, and leaves open whether the gateway acted', async () => {
    const controller = new AbortController();
    const result = hanging({ signal: controller.signal });
    setTimeout(() => controller.abort(), 5);
    expect(await result).toMatchObject({
      ok: false,
      attempts: 1,
      error: { code: 'aborted', mayHaveActed: true },
    });
  });

  it('during a pause ends the call at once', async () => {
    const controller = new AbortController();
    const client = createClient({
      token,
      environment: 'sandbox',
      fetch: async () => {
        setTimeout(() => controller.abort(), 5);
        throw new TypeError('no line');
      },
    });
    const result = await client.createPayment(order, { signal: controller.signal });
    expect(result).toMatchObject({ ok: false, error: { code: 'aborted', mayHaveActed: true } });
  });

  it('is not needed for a time limit', async () => {
    expect(await hanging({ timeoutMs: 5, retries: 0 })).toMatchObject({
      ok: false,
      error: { code: 'timeout' },
    });
  });
});
