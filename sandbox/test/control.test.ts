// The control API: for tests on this machine, and for nobody else.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errors } from '../../generated/facts.ts';
import { controlDocument, controlOperations, resolved } from '../src/control/document.ts';
import { payment, type TestSandbox, testSandbox } from './support/sandbox.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await testSandbox();
});
afterAll(() => sandbox.close());

const local = { host: '127.0.0.1:4020', 'content-type': 'application/json' };

describe('the control API', () => {
  it.each([
    ['a page of another site by DNS', { ...local, host: 'evil.example' }, 403],
    ['somebody behind a proxy', { ...local, 'x-forwarded-for': '203.0.113.7' }, 403],
    ['a form of another site', { ...local, 'content-type': 'text/plain' }, 400],
    ['a test on this machine', local, 201],
    ['a test that says localhost', { ...local, host: 'localhost:4020' }, 201],
  ])('to %s answers as it should', async (_name, headers, status) => {
    expect((await sandbox.request('POST', '/_sandbox/terminals', headers, '{}')).status).toBe(status);
  });

  it('is not there when the sandbox listens for others', async () => {
    const open = await testSandbox({
      settings: { publicUrl: 'http://x.test', ratePerSecond: 0, onLoopback: false },
    });
    expect((await open.request('POST', '/_sandbox/terminals', local, '{}')).json.error.code).toBe(-2);
    await open.close();
  });

  it.each([
    ['terminals', { state: 'asleep' }, '"state" must be one of'],
    ['terminals', { ip_allow_list: ['nowhere'] }, '"ip_allow_list" must be'],
    ['terminals', { require_signature: true, secret_key: null }, 'needs a secret key'],
    ['clock', { advance_seconds: -1 }, '"advance_seconds" must be'],
    ['clock', { advance_seconds: 1, terminal: 'nobody' }, 'There is no terminal'],
    ['faults', { code: 7 }, '"code" must be one of'],
    ['faults', { code: -21, operation: 'createPayment' }, 'createPayment never answers that'],
    ['faults', { code: -500, operation: 'openPaymentPage' }, 'is a page for people'],
    ['faults', { code: -31, milliseconds: 5 }, '"milliseconds" says nothing to error'],
    ['faults', { kind: 'latency', event: 'payment.created' }, 'name an "operation"'],
    ['faults', { kind: 'webhook_late', operation: 'createPayment' }, 'name an "event"'],
    ['faults', { kind: 'error' }, 'Say which error'],
    ['snapshots', {}, '"terminal" is missing'],
    ['snapshots/none/restore', {}, 'There is no snapshot'],
    ['deliveries/none/replay', { mode: 'same_bytes' }, 'There is no delivery'],
    ['terminals', { starts_at: 'noon' }, '"starts_at" must be a date-time'],
    ['reset', { event: 'payment.created' }, '"event" is not known here'],
    ['faults', { code: -31, times: 0 }, '"times" must be'],
    ['payments/20251001214241ABCDEF/pay', { card: 'success' }, 'There is no payment'],
    ['payments/20251001214241ABCDEF/pay', { card: 'gold' }, '"card" must be one of'],
  ])('says what is wrong with %s %j', async (path, body, sentence) => {
    const { status, json } = await sandbox.control(path, body);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(json.error).toContain(sentence);
  });

  describe('without a body', () => {
    const changes = controlOperations
      .filter(({ method }) => method === 'POST')
      .map(({ id, path }) => {
        const { requestBody } = controlDocument.paths[path]?.post ?? {};
        return { id, path, required: (requestBody && resolved(requestBody).required) ?? false };
      });
    const bare = (path: string, headers: Record<string, string> = {}, payload?: string) =>
      sandbox.request('POST', path, { host: '127.0.0.1:4020', ...headers }, payload);

    it.each(changes)('takes $id exactly where the document requires none', async ({ path, required }) => {
      const { id } = await sandbox.terminal();
      const { json: snapshot } = await sandbox.control('snapshots', { terminal: id });
      const url = path.replace('{terminal}', id).replace('{snapshot}', snapshot.id);
      const { status, json } = await bare(url);
      // There is nothing to settle; whatever else is required stands in the sentence.
      expect([status, json.error]).toEqual(
        required
          ? [400, expect.stringMatching(/is missing|Say which/)]
          : [url.endsWith('/settlements') ? 409 : expect.toBeOneOf([200, 201]), json.error],
      );
    });

    it.each([
      ['neither a type nor a length', {}, undefined],
      ['no bytes of no type', { 'content-length': '0' }, undefined],
      ['no bytes that are called JSON', { 'content-type': 'application/json' }, ''],
      [
        'no bytes that come in pieces',
        { 'content-type': 'application/json', 'transfer-encoding': 'chunked' },
        '',
      ],
      [
        'no bytes of another type, as `curl -d ""` sends them',
        { 'content-type': 'application/x-www-form-urlencoded' },
        '',
      ],
      [
        'nothing from the own page',
        { origin: 'http://127.0.0.1:4020', 'sec-fetch-site': 'same-origin' },
        undefined,
      ],
      [
        'nothing from another page whose browser has asked before',
        { origin: 'https://evil.example', 'content-type': 'application/json' },
        '',
      ],
    ])('takes %s', async (_name, headers, payload) => {
      const { id } = await sandbox.terminal();
      expect((await bare(`/_sandbox/terminals/${id}/tokens/rotate`, headers, payload)).status).toBe(200);
    });

    it.each([
      ['as its origin says', { origin: 'https://evil.example' }],
      ['that hides its origin', { origin: 'null' }],
      ['of another port', { origin: 'http://127.0.0.1:3000' }],
      ['as the browser says', { 'sec-fetch-site': 'cross-site' }],
      [
        'with a form',
        { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' },
      ],
    ])('takes nothing from another page %s', async (_name, headers) => {
      const shop = await sandbox.terminal();
      const { status, json } = await bare(`/_sandbox/terminals/${shop.id}/tokens/revoke`, headers);
      expect([status, json.error]).toEqual([400, expect.stringContaining('Content-Type: application/json')]);
      expect((await shop.call('listWebhookEvents')).status).toBe(200);
    });

    it('takes a body of JSON only', async () => {
      expect((await bare('/_sandbox/terminals', local, 'null')).json.error).toBe('"body" must be an object.');
      expect((await bare('/_sandbox/terminals', local, ' ')).json.error).toBe('The body is not JSON.');
    });
  });

  it('makes a terminal as it is told to', async () => {
    const { json } = await sandbox.control('terminals', { secret_key: 'mine', require_signature: true });
    expect(json).toMatchObject({ secret_key: 'mine', token: expect.stringMatching(/^idg_test_/) });
  });
});

describe('errors on order', () => {
  it('come so many times, to that terminal alone', async () => {
    const [shop, other] = [await sandbox.terminal(), await sandbox.terminal()];
    await sandbox.control('faults', { terminal: shop.id, code: -500, times: 2 });
    const codes = [];
    for (let count = 0; count < 3; count += 1)
      codes.push((await shop.call('listWebhookEvents')).json.error?.code);
    expect(codes).toEqual([-500, -500, undefined]);
    expect((await other.call('listWebhookEvents')).status).toBe(200);
  });

  it('are kept for an operation that can answer them', async () => {
    const shop = await sandbox.terminal();
    await sandbox.control('faults', { terminal: shop.id, code: 996 });
    expect((await shop.call('listWebhookEvents')).status).toBe(200);
    expect((await shop.call('createPayment', { body: payment })).json.error.code).toBe(996);
  });

  it('reach the operations without a token as well', async () => {
    const shop = await sandbox.terminal();
    for (const operation of ['getHealth', 'getIdempotencyKey'] as const) {
      await sandbox.control('faults', { code: -31, operation });
      expect((await shop.call(operation)).json.error.code).toBe(-31);
      expect((await shop.call(operation)).status).toBe(200);
    }
  });

  it('are all the errors that nothing else can cause', () => {
    const byHttp = Object.values(errors).filter(({ http }) => (http as readonly number[]).includes(500));
    expect(byHttp.map(({ code }) => code)).toEqual([-31, -500, 996]);
  });
});

describe('behind a proxy', () => {
  const behindProxy = { publicUrl: 'https://sandbox.example.com', ratePerSecond: 0, onLoopback: true };
  // As nginx passes requests on when nothing more is set: from this machine, and in its name.
  const passedOn = { host: '127.0.0.1:4020', connection: 'close' };

  it('the control API is off without a token, although requests seem to come from this machine', async () => {
    const other = await testSandbox({ settings: behindProxy });
    expect((await other.request('GET', '/_sandbox/terminals', passedOn)).status).toBe(404);
    expect((await other.request('GET', '/_sandbox/openapi.json', passedOn)).status).toBe(404);
    await other.close();
  });

  it('webhooks do not go to the machine behind it', async () => {
    const other = await testSandbox({ settings: behindProxy });
    const shop = await other.terminal();
    const { status } = await shop.call('subscribeWebhook', {
      body: { url: 'http://127.0.0.1:9/', events: ['payment.created'] },
    });
    expect(status).toBe(422);
    await expect(
      other.services.outgoing.send({ url: 'https://127.0.0.1:9/', method: 'GET', headers: {}, timeout: 1 }),
    ).rejects.toThrow('not a public one');
    await other.close();
  });

  it('a control token opens it, and whoever guesses has to wait, also with the right one', async () => {
    const controlToken = 'a long control token';
    const other = await testSandbox({ settings: { ...behindProxy, controlToken } });
    const ask = async (token: string) =>
      (await other.request('GET', '/_sandbox/terminals', { ...passedOn, 'x-control-token': token })).status;
    for (let count = 0; count < 50; count += 1) expect(await ask(controlToken)).toBe(200);
    for (let count = 0; count < 10; count += 1) expect(await ask(`guess ${count}`)).toBe(403);
    expect([await ask('guess'), await ask(controlToken)]).toEqual([429, 429]);
    other.clock.advance(15 * 60_000);
    expect(await ask(controlToken)).toBe(200);
    await other.close();
  });
});
