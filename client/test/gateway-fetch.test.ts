// The two layers of the client: a fetch for any client, and openapi-fetch on top of it.
import { createHmac } from 'node:crypto';
import openapiFetch, { type Middleware } from 'openapi-fetch';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headers as names, signing } from '../../generated/client-facts.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/src/index.ts';
import {
  type ClientOptions,
  ConfigurationError,
  createClient,
  createGatewayFetch,
  type GatewayPaths,
  IranDargahError,
  rials,
} from '../src/index.ts';
import { errorBody, startFaultServer } from './fault-server.ts';
import { order, secretKey, token } from './shop.ts';

const authority = '2025100121424146HC';
const path = { params: { path: { authority } } };
const timestamp = '1404-06-28 10:30:00';
const payment = { authority, ref_id: null, amount: 100_000, status: 'pending' };
const found = { success: true, data: { transaction: payment }, message: 'x', status_code: 200, timestamp };
const base = 'https://sandbox.irandargah.com';

interface Scripted {
  status?: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** Options of a terminal whose gateway answers one thing, and what was sent to it. */
function answering(answer: Scripted | 'broken', options: Partial<ClientOptions> = {}) {
  const sent: { url: string; method: string; headers: Record<string, string>; body?: string }[] = [];
  const all: ClientOptions = {
    token,
    environment: 'sandbox',
    clock: { now: Date.now, sleep: async () => {} },
    fetch: async (url, init) => {
      sent.push({ url: String(url), ...(init as object) } as (typeof sent)[0]);
      if (answer === 'broken') throw new TypeError('fetch failed');
      return new Response(JSON.stringify(answer.body), answer);
    },
    ...options,
  };
  return { options: all, sent };
}

describe('the fetch of the gateway', () => {
  let sandbox: RunningSandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ port: 0, memory: true, ratePerSecond: 0 });
  });
  afterAll(() => sandbox.close());
  const real = () =>
    createGatewayFetch({
      token: sandbox.token,
      secretKey: sandbox.secretKey,
      environment: 'sandbox',
      baseUrl: sandbox.url,
    });

  it('creates a payment from an address and an init, and reads it from a Request', async () => {
    const gatewayFetch = real();
    const created = await gatewayFetch(`${gatewayFetch.baseUrl}/v2/payments`, {
      method: 'POST',
      body: JSON.stringify(order),
    });
    const { data } = (await created.json()) as { data: { transaction: { authority: string } } };
    const url = new URL(`${gatewayFetch.baseUrl}/v2/payments/${data.transaction.authority}`);
    for (const asked of [new Request(url), url]) {
      const read = await gatewayFetch(asked);
      expect(await read.json()).toMatchObject({ data: { transaction: { amount: order.amount } } });
    }
  });

  it('works under openapi-fetch as it comes', async () => {
    const gatewayFetch = real();
    const api = openapiFetch<GatewayPaths>({ baseUrl: gatewayFetch.baseUrl, fetch: gatewayFetch });
    const { data, response } = await api.POST('/v2/payments', { body: order });
    expect(data?.data.transaction.authority).toMatch(/\w/);
    expect(response.headers.get(names.idempotencyKey)).toMatch(/^[0-9a-f-]{36}$/);
    const { error } = await api.GET('/v2/payments/{authority}', path);
    expect(error?.error.code).toBe(-33);
  });

  it('signs the bytes of a Request, whatever they are, and sends these', async () => {
    const { options, sent } = answering({ body: found }, { secretKey, retries: 0 });
    const body = '{ "authority": "x",\n "amount": 1, "note": "تومان \\u06f1" }';
    const request = new Request(`${base}/v2/verifications`, { method: 'POST', body });
    await expect(createGatewayFetch(options)(request)).rejects.toMatchObject({ code: 'untrusted' });
    const [{ headers = {}, ...rest } = {}] = sent;
    const { signature_header, timestamp_header } = signing.request;
    const text = `POST:verifications:${body}:${headers[timestamp_header]}`;
    expect(rest).toMatchObject({ url: `${base}/v2/verifications`, body });
    expect(headers[signature_header]).toBe(createHmac('sha256', secretKey).update(text).digest('hex'));
    expect(headers['Content-Type']).toBe('application/json');
  });

  it('keeps the key that was given, under either of its names, over all attempts', async () => {
    for (const name of [names.idempotencyKey, names.idempotencyKeyAlias]) {
      const { options, sent } = answering('broken');
      const init = { method: 'POST', body: JSON.stringify(order), headers: { [name]: 'mine' } };
      const asked = createGatewayFetch(options)(`${base}/v2/payments`, init);
      await expect(asked).rejects.toMatchObject({
        code: 'network',
        idempotencyKey: 'mine',
        mayHaveActed: true,
      });
      expect(sent.map(({ headers }) => headers[names.idempotencyKey])).toEqual(['mine', 'mine', 'mine']);
      expect(new Set(sent.map(({ body }) => body)).size).toBe(1);
    }
  });

  it('repeats what only reads, and never what could act twice', async () => {
    const { options, sent } = answering('broken');
    const gatewayFetch = createGatewayFetch(options);
    await expect(gatewayFetch(`${base}/v2/payments/${authority}`)).rejects.toThrow(IranDargahError);
    expect(sent).toHaveLength(3);
    const cancel = gatewayFetch(`${base}/v2/payments/${authority}/cancel`, { method: 'POST' });
    await expect(cancel).rejects.toMatchObject({ operation: 'cancelPayment', mayHaveActed: true });
    expect(sent).toHaveLength(4);
    await expect(gatewayFetch(`${base}/health`, { retries: 0 })).rejects.toThrow(IranDargahError);
    expect(sent).toHaveLength(5);
  });

  it.each([
    { what: 'another payment', data: { transaction: { ...payment, authority: 'ANOTHER' } } },
    { what: 'nothing', data: {} },
  ])('never returns a success about $what', async ({ data }) => {
    const { options } = answering({ body: { ...found, data } });
    const asked = createGatewayFetch(options)(`${base}/v2/payments/${authority}`);
    await expect(asked).rejects.toMatchObject({ code: 'unexpected' });
  });

  it('never returns a refusal with the status of a success', async () => {
    for (const [name, status] of [
      ['ErrorTransactionNotFound', 400],
      ['ErrorInternal', 400],
    ] as const) {
      const { options } = answering({ status: 200, body: errorBody(name) }, { retries: 0 });
      const response = await createGatewayFetch(options)(`${base}/v2/payments/${authority}`);
      expect(response.status).toBe(status);
      expect(await response.json()).toEqual(errorBody(name));
    }
    const { options } = answering({ status: 200, body: errorBody('ErrorInternal') }, { retries: 0 });
    const init = { method: 'POST', body: JSON.stringify(order) };
    expect((await createGatewayFetch(options)(`${base}/v2/payments`, init)).status).toBe(500);
  });

  it('tells of the text that it returns, not of the bytes that travelled', async () => {
    const headers = { 'Content-Encoding': 'identity', 'Content-Length': '7', 'X-Other': 'kept' };
    const { options } = answering({ body: found, headers });
    const response = await createGatewayFetch(options)(`${base}/v2/payments/${authority}`);
    expect([...response.headers.keys()]).not.toContain('content-length');
    expect([...response.headers.keys()]).not.toContain('content-encoding');
    expect(response.headers.get('x-other')).toBe('kept');
  });

  it.each([
    { what: 'an unknown path', url: `${base}/v2/nothing` },
    { what: 'the payer’s page', url: `${base}/startpay/${authority}` },
    { what: 'another host', url: 'https://elsewhere.example/v2/payments' },
    { what: 'a host that begins alike', url: `${base}.elsewhere.example/v2/payments/${authority}` },
    { what: 'another method', url: `${base}/v2/payments/${authority}`, method: 'DELETE' },
  ])('sends nothing to $what: the token is for the gateway', async ({ url, method }) => {
    const { options, sent } = answering({ body: found });
    await expect(createGatewayFetch(options)(url, { method })).rejects.toThrow(ConfigurationError);
    expect(sent).toEqual([]);
  });

  it.each([250_000.5, '250000', 2 ** 53, null])('sends no amount like %s', async (amount) => {
    const { options, sent } = answering({ body: found });
    const init = { method: 'POST', body: JSON.stringify({ ...order, amount }) };
    await expect(createGatewayFetch(options)(`${base}/v2/payments`, init)).rejects.toThrow(RangeError);
    expect(sent).toEqual([]);
  });
});

describe('openapi-fetch on top of it', () => {
  it('gives data, or the error of the document, typed by path', async () => {
    const { data } = await createClient(answering({ body: found }).options).GET(
      '/v2/payments/{authority}',
      path,
    );
    const status: string | undefined = data?.data.transaction.status;
    expect(status).toBe('pending');
    const refusal = { status: 404, body: errorBody('ErrorTransactionNotFound') };
    const asked = await createClient(answering(refusal).options).GET('/v2/payments/{authority}', path);
    expect(asked.data).toBeUndefined();
    expect(asked.error?.error.code).toBe(-33);
  });

  it('fills in what nobody passes, and takes the options of one call', async () => {
    const { options, sent } = answering('broken', { secretKey });
    const gateway = createClient(options);
    const asked = gateway.POST('/v2/payments', { body: order, retries: 1 });
    await expect(asked).rejects.toMatchObject({ code: 'network', mayHaveActed: true });
    expect(sent).toHaveLength(2);
    expect(Object.keys(sent[0]?.headers ?? {}).sort()).toEqual(
      ['Authorization', 'Content-Type', 'Idempotency-Key', 'X-Signature', 'X-Timestamp'].sort(),
    );
    const header = { 'Idempotency-Key': 'mine' };
    await expect(gateway.POST('/v2/payments', { body: order, params: { header } })).rejects.toMatchObject({
      idempotencyKey: 'mine',
    });
  });

  it('parses nothing that has not been believed', async () => {
    const { options } = answering({ body: found }, { secretKey });
    const asked = createClient(options).GET('/v2/payments/{authority}', path);
    await expect(asked).rejects.toMatchObject({ code: 'untrusted', details: { fault: 'signature_missing' } });
  });

  it('reads an answer in any way that openapi-fetch knows', async () => {
    const gateway = createClient(answering({ body: found }).options);
    const text = await gateway.GET('/v2/payments/{authority}', { ...path, parseAs: 'text' });
    expect(JSON.parse(text.data ?? '')).toEqual(found);
    const bytes = await gateway.GET('/v2/payments/{authority}', { ...path, parseAs: 'arrayBuffer' });
    expect(JSON.parse(new TextDecoder().decode(bytes.data))).toEqual(found);
  });
});

describe('middleware', () => {
  /** Looks at everything in the ways in which real Requests and Responses can be looked at. */
  const seen: unknown[] = [];
  const looking: Middleware = {
    onRequest: async ({ request, schemaPath }) => {
      const copy = request.clone();
      seen.push(request instanceof Request, schemaPath, await copy.text());
      const headers = new Headers(request.headers);
      headers.set('X-Trace', 'trace-1');
      return new Request(request, { headers });
    },
    onResponse: async ({ response }) => {
      seen.push(response instanceof Response, await response.clone().json());
      return undefined;
    },
  };

  it('gets real Requests and Responses, by path and by method', async () => {
    for (const ask of [
      (gateway: ReturnType<typeof createClient>) => gateway.GET('/v2/payments/{authority}', path),
      (gateway: ReturnType<typeof createClient>) => gateway.getPayment(authority),
    ]) {
      seen.length = 0;
      const { options, sent } = answering({ body: found }, { retries: 0 });
      const gateway = createClient(options);
      gateway.use(looking);
      expect(await ask(gateway)).toMatchObject({ data: expect.anything() });
      expect(seen).toEqual([true, '/v2/payments/{authority}', '', true, found]);
      expect(sent[0]?.headers).toMatchObject({ 'x-trace': 'trace-1', Authorization: `Bearer ${token}` });
      gateway.eject(looking);
      await ask(gateway);
      expect(seen).toHaveLength(5);
    }
  });

  it('of one call gets a real Request as well', async () => {
    seen.length = 0;
    const gateway = createClient(answering({ body: found }).options);
    await gateway.GET('/v2/payments/{authority}', { ...path, middleware: [looking] });
    expect(seen[0]).toBe(true);
  });

  it('may change the body: what is signed is what leaves', async () => {
    const { options, sent } = answering({ body: found }, { secretKey, retries: 0 });
    const gateway = createClient(options);
    gateway.use({
      onRequest: ({ request }) =>
        new Request(request, { body: JSON.stringify({ ...order, order_id: 'OTHER' }) }),
    });
    await gateway.createPayment(order);
    const [{ headers = {}, body } = {}] = sent;
    const { signature_header, timestamp_header } = signing.request;
    const text = `POST:payments:${body}:${headers[timestamp_header]}`;
    expect(body).toContain('OTHER');
    expect(headers[signature_header]).toBe(createHmac('sha256', secretKey).update(text).digest('hex'));
  });

  it('may answer itself; a method reads this as it would read the gateway', async () => {
    const { options, sent } = answering('broken');
    const gateway = createClient(options);
    const body = { ...found, data: { transaction: { ...payment, amount: '100000' } } };
    gateway.use({ onRequest: () => Response.json(body) });
    expect(await gateway.getPayment(authority)).toMatchObject({
      ok: true,
      attempts: 0,
      data: { transaction: { amount: 100_000 } },
    });
    expect(await gateway.getPayment('ANOTHER')).toMatchObject({ error: { code: 'unexpected' } });
    expect(sent).toEqual([]);
    const other = createClient(answering({ body: found }).options);
    other.use({ onResponse: () => Response.json(errorBody('ErrorInternal'), { status: 500 }) });
    expect(await other.getPayment(authority)).toMatchObject({
      ok: false,
      status: 500,
      error: { code: -31 },
    });
  });

  it('hears of an answer that did not come, and a method reports it all the same', async () => {
    const heard: unknown[] = [];
    const gateway = createClient(answering('broken').options);
    gateway.use({ onError: ({ error }) => void heard.push(error) });
    const result = await gateway.createPayment(order, { idempotencyKey: 'mine' });
    expect(result).toMatchObject({ ok: false, attempts: 3, error: { code: 'network', mayHaveActed: true } });
    expect(heard).toEqual([result.error]);
  });
});

it('verifies a payment in one sale, whatever is lost on the way, with middleware in between', async () => {
  const gateway = await startFaultServer({ secretKey });
  const clock = { now: Date.now, sleep: async () => {} };
  const client = createClient({ token, secretKey, environment: 'sandbox', baseUrl: gateway.url, clock });
  client.use({ onRequest: ({ request }) => new Request(request), onResponse: ({ response }) => response });
  gateway.faults = ['cutAfter', 'html'];
  const created = await client.createPayment(order);
  if (!created.ok) expect.unreachable('two faults are mended by two retries');
  expect(gateway.payments.size).toBe(1);
  expect(await client.createRefund({ authority: 'x', amount: rials(1) })).toMatchObject({ ok: false });
  await gateway.close();
});
