// An error is what its code says, whatever status and type came with it; a code of tomorrow is an error of its own kind.
import { describe, expect, it } from 'vitest';
import { type ErrorName, errors, operations } from '../../generated/facts.ts';
import { createClient, IranDargahError, rials } from '../src/index.ts';
import { errorBody } from './fault-server.ts';
import { order, secretKey, token } from './shop.ts';

const authority = '2025100121424146HC';

interface Scripted {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

function answering({ body, ...init }: Scripted, options = {}) {
  const entries: { code?: number | string }[] = [];
  let attempts = 0;
  const client = createClient({
    token,
    environment: 'sandbox',
    clock: { now: () => 1_727_800_000_000, sleep: async () => {} },
    onLog: (entry) => entries.push(entry),
    fetch: async () => {
      attempts += 1;
      return new Response(typeof body === 'string' ? body : JSON.stringify(body), init);
    },
    ...options,
  });
  return { client, entries, attempts: () => attempts };
}

/** The errors of an operation that need no more than their code to be told apart. */
const distinct = operations.createVerification.errors.filter(
  (name: ErrorName) => Object.values(errors).filter(({ code }) => code === errors[name].code).length === 1,
);
const statuses = [200, 400, 401, 403, 404, 409, 422, 429, 500, 503];

describe.each(distinct.map((name) => ({ name, ...errors[name] })))('$code', ({ name, code, type, http }) => {
  const verify = async (answer: Scripted) => {
    const { client, attempts } = answering(answer);
    const result = await client.createVerification({ authority, amount: rials(100_000) });
    return { result, attempts: attempts() };
  };
  const whole = errorBody(name);
  const { type: _, ...untyped } = whole.error;
  const bodies: [what: string, body: unknown][] = [
    ['as documented', whole],
    ['without a type', { ...whole, error: untyped }],
    ['of another type', { ...whole, error: { ...whole.error, type: 'gateway_error' } }],
    ['of a type of tomorrow', { ...whole, error: { ...whole.error, type: 'fraud_error' } }],
    ['as text', { ...whole, error: { ...whole.error, code: String(code) } }],
    ['with details that are no object', { ...whole, error: { ...whole.error, details: ['x'] } }],
    ['with null for details and meta', { ...whole, error: { ...whole.error, details: null }, meta: null }],
    ['without status_code', { success: false, error: whole.error }],
    ['in the envelope of a success', { success: false, message: 'پیام', status_code: code }],
    ['without success', { error: whole.error, status_code: code }],
  ];

  it.each(bodies)('%s is the same error at every status', async (_what, body) => {
    for (const status of statuses) {
      const { result } = await verify({ status, body });
      if (result.ok) expect.unreachable('an error is no success');
      expect(result.error).toBeInstanceOf(IranDargahError);
      expect(result).toMatchObject({
        status,
        error: { code, gatewayCode: code, type, status, persian: 'پیام' },
      });
    }
  });

  it('is repeated as its code allows, whatever the status', async () => {
    const passes = http.every((status) => status >= 500) || name === 'ErrorRateLimited';
    for (const status of statuses) {
      const { attempts } = await verify({ status, body: whole });
      expect(attempts).toBe(passes ? 3 : 1);
    }
  });

  it('keeps the time that the gateway asks to wait', async () => {
    for (const status of [403, 429, 503]) {
      const { result, attempts } = await verify({ status, body: whole, headers: { 'Retry-After': '60' } });
      expect(result).toMatchObject({ error: { code, retryAfterMs: 60_000 } });
      expect(attempts).toBe(1);
    }
  });
});

describe('-2', () => {
  const verify = (error: object, status = 422) =>
    answering({ status, body: { success: false, error: { code: -2, message: 'پیام', ...error } } })
      .client //
      .createVerification({ authority, amount: rials(100_000) });

  it.each([
    {
      error: { type: 'validation_error', details: { validation: { amount: ['x'] } } },
      is: 'validation_error',
    },
    { error: { type: 'validation_error' }, is: 'validation_error' },
    { error: {}, is: 'validation_error' },
    { error: { type: 'fraud_error' }, is: 'validation_error' },
    { error: { type: 'business_logic_error' }, is: 'business_logic_error' },
    { error: { details: { reason: 'payment_unpaid' } }, is: 'business_logic_error' },
    { error: { type: 'validation_error', details: { reason: 'payment_odd' } }, is: 'business_logic_error' },
  ])('with $error is a $is at any status', async ({ error, is }) => {
    for (const status of statuses) {
      expect(await verify(error, status)).toMatchObject({
        ok: false,
        error: { code: -2, type: is, status, persian: 'پیام' },
      });
    }
  });
});

describe('a code that the operation does not document', () => {
  const unknown = (code: unknown, type = 'gateway_error') => ({
    success: false,
    error: { code, type, message: 'پیامِ فردا', details: { hint: 1 } },
    status_code: code,
    meta: { request_id: 'req_9' },
  });

  it.each([-77, 997, 0, 1, -21])('%i is an error of its own kind, with all that came', async (code) => {
    const { client, entries } = answering({
      status: 409,
      body: unknown(code),
      headers: { 'Retry-After': '9' },
    });
    const result = await client.getPayment(authority);
    if (result.ok) expect.unreachable('an error is no success');
    expect(result.error).toBeInstanceOf(IranDargahError);
    expect(result).toMatchObject({
      status: 409,
      error: {
        code: 'unknown_code',
        gatewayCode: code,
        type: 'unknown_error',
        status: 409,
        persian: 'پیامِ فردا',
        requestId: 'req_9',
        retryAfterMs: 9000,
        details: { hint: 1 },
      },
    });
    expect(result.error.message).toMatch(`getPayment: unknown_code (${code}, gateway_error, HTTP 409).`);
    expect(entries[0]?.code).toBe(code);
  });

  it('may have acted, since nobody knows what it means', async () => {
    const created = await answering({ status: 400, body: unknown(-77) }).client.createPayment(order);
    expect(created).toMatchObject({ error: { mayHaveActed: true, idempotencyKey: expect.any(String) } });
    expect(await answering({ status: 400, body: unknown(-77) }).client.getPayment(authority)).toMatchObject({
      error: { mayHaveActed: false },
    });
  });

  it.each([
    { status: 500, times: 3 },
    { status: 503, times: 3 },
    { status: 400, times: 1 },
    { status: 200, times: 1 },
  ])('at $status is sent $times time(s): only the status is left to tell', async ({ status, times }) => {
    const { client, attempts } = answering({ status, body: unknown(-77) });
    await client.getPayment(authority);
    expect(attempts()).toBe(times);
  });

  it('is never repeated where a repetition could act twice', async () => {
    const { client, attempts } = answering({ status: 503, body: unknown(-77) });
    await client.cancelPayment(authority);
    expect(attempts()).toBe(1);
  });

  it.each([null, '', 'x', 1.5, {}, [], true, '1e5'])('%j is no code', async (code) => {
    const { client } = answering({ status: 400, body: unknown(code) });
    expect(await client.getPayment(authority)).toMatchObject({
      ok: false,
      error: { code: 'unexpected', details: { httpStatus: 400 } },
    });
  });

  it('is refused unsigned, unlike a refusal that comes before the terminal is known', async () => {
    const ask = (code: number) =>
      answering({ status: 500, body: unknown(code) }, { secretKey, retries: 0 }).client.getPayment(authority);
    expect(await ask(-77)).toMatchObject({ error: { code: 'untrusted' } });
    expect(await ask(-51)).toMatchObject({ error: { code: -51 } });
  });
});
