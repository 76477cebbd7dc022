// The mock refuses what the contract refuses, with the contract's own errors and never with silence.
import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errors, operations, sandbox } from '../../generated/facts.ts';
import { parsePrefer } from '../../mock/prefer.ts';
import { type RunningMock, startMock } from '../../mock/server.ts';

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0, language: 'fa' });
});
afterAll(() => mock.close());

const token = { Authorization: 'Bearer idg_test_0123456789' };
const json = { 'Content-Type': 'application/json' };
const key = { 'Idempotency-Key': 'order-1' };
const all = { ...token, ...json, ...key };
const payment = { amount: 100000, order_id: 'ORDER-1', callback_url: 'https://merchant.com/callback' };
const { method, path: payments } = operations.createPayment;
const post = (headers: object, body: string) => ({
  path: payments,
  init: { method, headers: headers as never, body },
});
const { ErrorValidation, ErrorMalformedBody, ErrorCredentialsMissing } = errors;

const refusals = [
  {
    what: 'a missing token',
    ...post({ ...json, ...key }, JSON.stringify(payment)),
    status: 401,
    error: ErrorCredentialsMissing,
  },
  {
    what: 'a token of another scheme',
    ...post({ ...all, Authorization: 'Basic YTpi' }, JSON.stringify(payment)),
    status: 401,
    error: ErrorCredentialsMissing,
  },
  {
    what: 'a missing token before a broken body',
    ...post(json, '{'),
    status: 401,
    error: ErrorCredentialsMissing,
  },
  {
    what: 'a missing idempotency key',
    ...post({ ...token, ...json }, JSON.stringify(payment)),
    status: 422,
    error: ErrorValidation,
    field: 'idempotency_key',
  },
  {
    what: 'an amount below the minimum',
    ...post(all, JSON.stringify({ ...payment, amount: 99999 })),
    status: 422,
    error: ErrorValidation,
    field: 'amount',
  },
  {
    what: 'a body that is not JSON',
    ...post(all, '{"amount":'),
    status: 400,
    error: ErrorMalformedBody,
    field: 'body',
  },
  {
    what: 'a body that is too large',
    ...post(all, JSON.stringify({ ...payment, description: 'x'.repeat(sandbox.body_limit_bytes) })),
    status: 400,
    error: ErrorMalformedBody,
    field: 'body',
  },
  {
    what: 'a body of another type',
    ...post({ ...all, 'Content-Type': 'text/plain' }, JSON.stringify(payment)),
    status: 400,
    error: ErrorMalformedBody,
    field: 'content_type',
  },
  {
    what: 'an unknown path',
    path: '/v2/nothing',
    init: { headers: token },
    status: 404,
    error: ErrorValidation,
    field: 'path',
  },
  {
    what: 'a path that cannot be decoded',
    path: '/v2/payments/%E0%A4%A',
    init: { headers: token },
    status: 404,
    error: ErrorValidation,
    field: 'path',
  },
  {
    what: 'a method that the path does not know',
    path: payments,
    init: { method: 'DELETE', headers: token },
    status: 404,
    error: ErrorValidation,
    field: 'method',
  },
  {
    what: 'a malformed authority',
    path: `${payments}/nonsense`,
    init: { headers: token },
    status: 422,
    error: ErrorValidation,
    field: 'authority',
  },
  {
    what: 'an example that does not exist',
    ...post({ ...all, Prefer: 'code=401, example=nothing' }, JSON.stringify(payment)),
    status: 422,
    error: ErrorValidation,
    field: 'prefer',
  },
];

describe('the mock refuses', () => {
  it.each(refusals)('$what', async ({ path, init, status, error, field }) => {
    const response = await fetch(mock.url + path, init);
    const body = (await response.json()) as {
      error: { code: number; details?: { validation: Record<string, string[]> } };
      status_code: number;
    };
    expect(response.status).toBe(status);
    expect(body).toMatchObject({
      success: false,
      error: { code: error.code, message: error.message, type: error.type },
    });
    expect(body.status_code).toBe(error.code);
    if (field) expect(Object.keys(body.error.details?.validation ?? {})).toContain(field);
  });
});

it('the mock takes the idempotency key by the name of its alias, as whole requests of prepareRequest bring it', async () => {
  const { path, init } = post({ ...token, ...json, 'X-Idempotency-Key': 'order-1' }, JSON.stringify(payment));
  expect((await fetch(mock.url + path, init)).status).toBe(200);
});

describe('the mock invents nothing', () => {
  it('sends neither a signature nor a rotated token', async () => {
    const { path, init } = post(all, JSON.stringify(payment));
    const { headers } = await fetch(mock.url + path, init);
    expect(
      [...headers.keys()].filter((name) => /signature|deprecated|response-timestamp/.test(name)),
    ).toEqual([]);
    expect(headers.get('x-ratelimit-limit')).toBe('100');
  });

  it('answers HEAD without a body', async () => {
    const response = await fetch(`${mock.url}${operations.getHealth.path}`, { method: 'HEAD' });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('');
  });

  it('survives a caller that goes away in the middle of a body', async () => {
    await new Promise<void>((resolve) => {
      const half = httpRequest(mock.url + payments, { method, headers: { ...all, 'Content-Length': 100 } });
      half.on('error', () => resolve());
      half.write('{"amount":');
      setTimeout(() => half.destroy(), 20);
    });
    expect((await fetch(mock.url + operations.getHealth.path)).status).toBe(200);
  });
});

describe('Prefer', () => {
  it.each([
    [undefined, {}],
    ['code=422', { code: 422 }],
    ['code=401, example=signatureInvalid', { code: 401, exampleKey: 'signatureInvalid' }],
    ['code=401; example="a"', { code: 401, exampleKey: 'a' }],
    ['respond-async, code=99', {}],
  ])('%s', (header, expected) => {
    expect(parsePrefer(header)).toEqual(expected);
  });
});
