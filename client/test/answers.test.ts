// Answers that are not what was asked for are errors, not data.
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hostile } from '../../contract-tests/src/hostile.ts';
import { signing } from '../../generated/client-facts.ts';
import { createClient, rials } from '../src/index.ts';
import { errorBody } from './fault-server.ts';
import { liveToken, order, secretKey, token } from './shop.ts';

const authority = '2025100121424146HC';
const now = 1_727_800_000_000;
const timestamp = '1404-06-28 10:30:00';
const success = (data: unknown) => ({ success: true, data, message: 'x', status_code: 200, timestamp });
const payment = {
  authority,
  ref_id: null,
  amount: 100_000,
  status: 'pending',
  created_at: timestamp,
  updated_at: timestamp,
};
const found = success({ transaction: payment, meta: { request_id: 'r', cached: false } });

interface Scripted {
  status?: number;
  body: unknown;
  headers?: Record<string, string>;
}

function answering({ status = 200, body, headers }: Scripted, options = {}) {
  const warnings: string[] = [];
  const client = createClient({
    token,
    environment: 'sandbox',
    retries: 0,
    clock: { now: () => now, sleep: async () => {} },
    onWarning: (message) => warnings.push(message),
    fetch: async () =>
      new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers }),
    ...options,
  });
  return { client, warnings };
}

/** The same as the gateway signs it. */
function signed(body: unknown, { key = secretKey, age = 0, headers = {} } = {}) {
  const text = JSON.stringify(body);
  const seconds = String(now / 1000 - age);
  return {
    body: text,
    headers: {
      [signing.response.timestamp_header]: seconds,
      [signing.response.signature_header]: createHmac('sha256', key)
        .update(`${text}:${seconds}`)
        .digest('hex'),
      ...headers,
    },
  };
}

describe('an answer', () => {
  it.each(hostile.bodies.filter(({ status }) => status === 400))(
    'with $name is an error with a type',
    async ({ bytes }) => {
      for (const key of [undefined, secretKey]) {
        const { client } = answering(
          { body: '' },
          { fetch: async () => new Response(new Uint8Array(bytes)), secretKey: key },
        );
        const result = await client.getPayment(authority);
        expect(result).toMatchObject({ ok: false, error: { type: 'transport_error' } });
      }
    },
  );

  it.each<Scripted & { what: string; fault: string }>([
    {
      what: 'about another payment',
      body: success({ transaction: { ...payment, authority: '2025100121424146XX' }, meta: {} }),
      fault: 'other_payment',
    },
    { what: 'without the documented data', body: success({ meta: {} }), fault: 'undocumented' },
    { what: 'whose payment is null', body: success({ transaction: null }), fault: 'undocumented' },
    { what: 'whose payment is a list', body: success({ transaction: [payment] }), fault: 'undocumented' },
    {
      what: 'about a payment without a name',
      body: success({ transaction: { ...payment, authority: undefined } }),
      fault: 'undocumented',
    },
    { what: 'whose data is a list', body: success([payment]), fault: 'undocumented' },
    { what: 'without success', body: { data: found.data }, fault: 'undocumented' },
    { what: 'that says success: true with 400', status: 400, body: found, fault: 'undocumented' },
    { what: 'that says success: false and no more', body: { success: false }, fault: 'undocumented' },
    { what: 'of another server', status: 404, body: { message: 'Not found' }, fault: 'undocumented' },
    { what: 'that is a list', body: [], fault: 'not_json' },
    { what: 'that is a number', body: '0', fault: 'not_json' },
    { what: 'that is text', body: '"ok"', fault: 'not_json' },
    { what: 'that is half', body: JSON.stringify(found).slice(0, 99), fault: 'not_json' },
    {
      what: 'that is too deep to be gone through',
      body: `{"success":true,"data":{"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`,
      fault: 'not_json',
    },
    { what: 'that is a huge page', status: 500, body: '<p>'.repeat(2_000_000), fault: 'not_json' },
    { what: 'that is JSON, but no object', body: 'null', fault: 'not_json' },
    { what: 'that is empty', body: '', fault: 'not_json' },
  ])('$what is $fault', async ({ fault, ...answer }) => {
    const { client } = answering(answer);
    expect(await client.getPayment(authority)).toMatchObject({
      ok: false,
      status: undefined,
      error: {
        type: 'transport_error',
        details: { fault, httpStatus: answer.status ?? 200 },
        mayHaveActed: false,
      },
    });
  });

  it('without facts about itself, or with many more, is as good', async () => {
    const bare = success({ transaction: payment });
    const rich = {
      ...found,
      trace: [1],
      data: { ...(found.data as object), extra: { transaction: null } },
      error: null,
    };
    for (const body of [bare, rich]) {
      expect(await answering({ body }).client.getPayment(authority)).toMatchObject({ ok: true, body });
    }
  });

  it('with a name twice has its last value, as for everybody who reads JSON', async () => {
    const text = JSON.stringify(found);
    const fails = `${text.slice(0, -1)},"success":false}`;
    expect(await answering({ body: fails }).client.getPayment(authority)).toMatchObject({ ok: false });
    const other = text.replace(/("authority":)/, '"authority":"ANOTHER",$1');
    expect(await answering({ body: other }).client.getPayment(authority)).toMatchObject({ ok: true });
  });

  it('with a status of tomorrow is data', async () => {
    const body = success({ transaction: { ...payment, status: 'refunded' } });
    expect(await answering({ body }).client.getPayment(authority)).toMatchObject({
      ok: true,
      data: { transaction: { status: 'refunded' } },
    });
  });

  it('to a creation without the name of the payment is an error, since nobody could find it again', async () => {
    for (const nothing of [undefined, null, '', 7]) {
      const body = success({ transaction: { authority: nothing, gateway_url: 'https://x.example' } });
      expect(await answering({ body }).client.createPayment(order)).toMatchObject({
        ok: false,
        error: { code: 'unexpected', mayHaveActed: true },
      });
    }
  });

  it('to a verification with another amount is an error, even with the right authority', async () => {
    const verification = { authority, amount: 100_000, ref_id: '1', verified_at: timestamp };
    const { client } = answering({ body: success({ verification, meta: {} }) });
    const result = await client.createVerification({ authority, amount: rials(900_000) });
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'unexpected', details: { fault: 'other_payment' } },
    });
  });

  it('to a refund may leave out all that nobody has promised, but not name another payment', async () => {
    const refund = async (data: object) =>
      answering({ body: success(data) }).client.createRefund({ authority, amount: rials(100_000) });
    for (const data of [{}, { refund: {} }, { refund: { authority, amount: '100000' } }]) {
      expect(await refund(data)).toMatchObject({ ok: true });
    }
    for (const other of [{ authority: 'ANOTHER' }, { amount: 5 }]) {
      expect(await refund({ refund: { authority, amount: 100_000, ...other } })).toMatchObject({
        error: { details: { fault: 'other_payment' } },
      });
    }
  });

  it.each(['cancelPayment', 'getVerification', 'retryVerification', 'getTransaction'] as const)(
    'to %s about another payment is an error, however well it is signed',
    async (name) => {
      const other = { ...payment, authority: '2025100121424146XX', ref_id: '1', verified_at: timestamp };
      const body = success({ transaction: other, verification: other });
      const client = answering(signed(body), { secretKey }).client;
      expect(await client[name](authority)).toMatchObject({
        ok: false,
        error: { code: 'unexpected', details: { fault: 'other_payment' } },
      });
    },
  );

  describe('to another request', () => {
    const transaction = { authority, gateway_url: 'https://x.example/startpay/1', expires_at: timestamp };
    const verification = { authority, amount: 100_000, ref_id: '1', verified_at: timestamp };
    const theirs = { meta: { idempotency_key: 'theirs' } };
    const other = { ok: false, error: { code: 'unexpected', details: { fault: 'other_request' } } };
    const call = (body: unknown, status?: number) => {
      const { client } = answering({ status, ...signed(body) }, { secretKey });
      return {
        create: () => client.createPayment(order, { idempotencyKey: 'mine' }),
        verify: () => client.createVerification({ authority, amount: rials(100_000) }),
      };
    };

    it('is an error that may have acted, however well it is signed', async () => {
      const created = await call(success({ transaction, ...theirs })).create();
      expect(created).toMatchObject({ ...other, idempotencyKey: 'mine', error: { mayHaveActed: true } });
      expect(created).toMatchObject(other);
      expect(await call(success({ verification, ...theirs })).verify()).toMatchObject(other);
      expect(await call({ ...success({ verification }), ...theirs }).verify()).toMatchObject(other);
    });

    it('is an error as well when it refuses: what was refused is not what we asked for', async () => {
      const refusal = { ...errorBody('ErrorStateForbids', { reason: 'payment_failed' }), ...theirs };
      expect(await call(refusal, 400).verify()).toMatchObject(other);
    });

    it('is not told by a key that is missing, ours, or no text', async () => {
      for (const key of [undefined, null, '', 'mine', {}]) {
        const body = success({ transaction, meta: { idempotency_key: key } });
        expect(await call(body).create()).toMatchObject({ ok: true });
      }
    });
  });

  it('in test mode to a live token is an error', async () => {
    const transaction = { authority, gateway_url: 'https://x.example/startpay/1', expires_at: timestamp };
    const meta = { request_id: 'r', processing_time_ms: 1, environment: 'sandbox', test_mode: true };
    const answer = { body: success({ transaction, meta }) };
    const live = answering(answer, { token: liveToken, environment: 'production' });
    expect(await live.client.createPayment(order)).toMatchObject({
      ok: false,
      error: { details: { fault: 'test_mode_with_live_token' } },
    });
    expect(await answering(answer).client.createPayment(order)).toMatchObject({ ok: true });
  });

  it('with an undocumented 2xx is a success that is reported once', async () => {
    const { client, warnings } = answering({ status: 201, body: found });
    expect(await client.getPayment(authority)).toMatchObject({ ok: true, status: 200 });
    await client.getPayment(authority);
    expect(warnings).toEqual(['getPayment succeeded with HTTP 201, which is not documented.']);
  });

  it('that cannot be read keeps the time to wait', async () => {
    const { client } = answering({
      status: 503,
      body: '<h1>Back soon</h1>',
      headers: { 'Retry-After': '7' },
    });
    expect(await client.getPayment(authority)).toMatchObject({
      error: { code: 'unreadable', retryAfterMs: 7000 },
    });
  });

  it('gives the Persian message, the request id and the advice with an error', async () => {
    const { client } = answering({ status: 403, body: errorBody('ErrorIpNotAllowed') });
    const result = await client.getPayment(authority);
    if (result.ok) expect.unreachable('403 is no success');
    expect(result.error).toMatchObject({ code: -52, persian: 'پیام', requestId: 'req_error' });
    expect(result.error.message).toMatch(
      /^getPayment: ErrorIpNotAllowed \(-52, HTTP 403\)\. Add the address/,
    );
  });
});

describe('with a secret key', () => {
  const ask = (answer: Scripted) => answering(answer, { secretKey }).client.getPayment(authority);

  it('a signed success is data, and a signed error an error', async () => {
    expect(await ask(signed(found))).toMatchObject({ ok: true });
    expect(await ask({ status: 404, ...signed(errorBody('ErrorTransactionNotFound')) })).toMatchObject({
      ok: false,
      status: 404,
    });
  });

  it.each([
    { what: 'another key', answer: signed(found, { key: 'another' }), fault: 'signature_mismatch' },
    { what: 'an old timestamp', answer: signed(found, { age: 301 }), fault: 'timestamp_outside_tolerance' },
    {
      what: 'a timestamp of tomorrow',
      answer: signed(found, { age: -301 }),
      fault: 'timestamp_outside_tolerance',
    },
    {
      what: 'capital letters',
      answer: signed(found, { headers: { [signing.response.signature_header]: 'A'.repeat(64) } }),
      fault: 'signature_malformed',
    },
    {
      what: 'no timestamp',
      answer: signed(found, { headers: { [signing.response.timestamp_header]: '' } }),
      fault: 'timestamp_missing',
    },
    { what: 'no signature', answer: { body: found }, fault: 'signature_missing' },
    {
      what: 'a byte order mark before what was signed',
      answer: { ...signed(found), body: `\uFEFF${JSON.stringify(found)}` },
      fault: 'signature_mismatch',
    },
    {
      what: 'a changed body',
      answer: { ...signed(found), body: JSON.stringify(found).replace('100000', '100001') },
      fault: 'signature_mismatch',
    },
    {
      what: 'an unsigned error about the payment',
      answer: { status: 404, body: errorBody('ErrorTransactionNotFound') },
      fault: 'signature_missing',
    },
    {
      what: 'an unsigned success that calls itself a refusal',
      answer: { body: { ...found, status_code: -51 } },
      fault: 'signature_missing',
    },
  ])('an answer with $what is untrusted', async ({ answer, fault }) => {
    expect(await ask(answer)).toMatchObject({ ok: false, error: { code: 'untrusted', details: { fault } } });
  });

  it('refusals that come before the terminal is known need no signature', async () => {
    for (const [name, status] of [
      ['ErrorCredentialsInvalid', 401],
      ['ErrorRateLimited', 429],
    ] as const) {
      expect(await ask({ status, body: errorBody(name) })).toMatchObject({ ok: false, status });
    }
  });

  it('operations that are never signed need no signature', async () => {
    const { client } = answering({ body: { status: 'ok', timestamp, version: '2.0.0' } }, { secretKey });
    expect(await client.getHealth()).toMatchObject({ ok: true, data: { status: 'ok' } });
  });
});
