// Hostile input that every part of the project judges alike: contract-tests/vectors/hostile.json, by the sandbox.
import { statSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { headOf, hostile } from '../../contract-tests/src/hostile.ts';
import { rawExchange } from '../../contract-tests/src/raw-exchange.ts';
import { errors, signing } from '../../generated/facts.ts';
import { openStorage } from '../src/storage/open.ts';
import { payment, type TestSandbox, type TestTerminal, testSandbox } from './support/sandbox.ts';

let sandbox: TestSandbox;
let shop: TestTerminal;
let port: number;
beforeAll(async () => {
  sandbox = await testSandbox();
  shop = await sandbox.terminal({ secretKey: null });
  await sandbox.app.listen({ port: 0, host: '127.0.0.1' });
  port = (sandbox.app.server.address() as AddressInfo).port;
});
afterAll(() => sandbox.close());

describe('a body', () => {
  it.each(hostile.bodies)('with $name is $status', async ({ bytes, status, field }) => {
    // A window of its own: the limit of unsigned requests is not what is tried here.
    sandbox.clock.advance(61_000);
    const { status: answered, json } = await shop.call('createPayment', { rawBody: bytes });
    expect(answered, JSON.stringify(json)).toBe(status);
    if (field !== undefined) expect(Object.keys(json.error.details.validation)).toContain(field);
    if (status !== 200) expect(json.error.code).toBe(-2);
  });
});

const exchange = (bytes: string) => rawExchange(port, bytes);

describe('a signed request', () => {
  it.each(hostile.requests)('with $name is accepted: $valid', async (vector) => {
    const { secret, endpoint, timestamp, signature, now, valid, reason, body_base64: body } = vector;
    const terminal = await sandbox.terminal({ secretKey: secret, startsAt: now * 1000 });
    const { status, json } = await sandbox.request(
      vector.method,
      signing.request.endpoint_prefix + endpoint,
      {
        authorization: `Bearer ${terminal.token}`,
        'content-type': 'application/json',
        'idempotency-key': 'hostile',
        [signing.request.timestamp_header]: timestamp,
        [signing.request.signature_header]: signature,
      },
      Buffer.from(body, 'base64'),
    );
    // The body of each lacks fields: whoever is told so has passed.
    const { ErrorTimestampInvalid: late, ErrorSignatureInvalid: wrong, ErrorValidation: passed } = errors;
    const expected = valid ? passed : reason?.startsWith('timestamp') ? late : wrong;
    expect([status, json.error.code]).toEqual([expected.http[0], expected.code]);
  });
});

describe('a request', () => {
  it.each(hostile.heads)('with $name is $status in the envelope', async ({ lines, body, status, field }) => {
    sandbox.clock.advance(61_000);
    const answer = await exchange(headOf({ lines, body }, shop.token) + body);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    const json = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4));
    expect([json.error.code, Object.keys(json.error.details.validation)]).toEqual([-2, [field]]);
  });

  it('of HTTP/1.0 needs no host', async () => {
    expect(await exchange('GET /health HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('that expects 100-continue is answered', async () => {
    const body = JSON.stringify(payment);
    const answer = await exchange(
      `POST /v2/payments HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nConnection: close\r\nAuthorization: Bearer ${shop.token}\r\nIdempotency-Key: patient\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    );
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
  });
});

describe('a day', () => {
  it.each(hostile.dates)('"$value" exists: $exists', async ({ value, exists }) => {
    sandbox.clock.advance(61_000);
    const { status, json } = await shop.call('listTransactions', {
      query: `from_date=${encodeURIComponent(value)}`,
    });
    expect([status, exists ? undefined : Object.keys(json.error.details.validation)]).toEqual(
      exists ? [200, undefined] : [422, ['from_date']],
    );
  });
});

describe('the folder of the data', () => {
  it.each([
    ['is new', undefined],
    ['was made by an earlier version, open to others', 0o755],
  ])('that %s can be read by its owner alone, and so can the database', async (_state, mode) => {
    const base = await mkdtemp(join(tmpdir(), 'irandargah-rights-'));
    const dataFolder = join(base, 'data');
    if (mode !== undefined) await mkdir(dataFolder, { mode });
    const storage = await openStorage({ dataFolder });
    await storage.write((unit) => unit.insertInto('settings').values({ name: 'x', value: 'y' }).execute());
    const rights = (name: string) => (statSync(join(dataFolder, name)).mode & 0o777).toString(8);
    expect(['.', 'sandbox.sqlite', 'sandbox.sqlite-wal'].map(rights)).toEqual(['700', '600', '600']);
    await storage.close();
    await rm(base, { recursive: true });
  });
});

describe('the health check', () => {
  it('tells when nothing can be written, although all can be read', async () => {
    const other = await testSandbox();
    const { storage } = other.services;
    const write = storage.write;
    storage.write = () =>
      Promise.reject(Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }));
    const failing = await other.request('GET', '/health');
    expect([failing.status, failing.json.error.code]).toEqual([500, -31]);
    storage.write = write;
    other.clock.advance(1_000);
    expect((await other.request('GET', '/health')).status).toBe(200);
    await other.close();
  });
});
