// Requests that are not what the contract documents: each gets the error envelope, never anything else.

import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sandbox as facts } from '../../generated/facts.ts';
import { payment, type TestSandbox, type TestTerminal, testSandbox } from './support/sandbox.ts';

let sandbox: TestSandbox;
let shop: TestTerminal;
beforeAll(async () => {
  sandbox = await testSandbox();
  shop = await sandbox.terminal();
});
afterAll(() => sandbox.close());

describe('a request that belongs to no operation', () => {
  it.each([
    ['GET', '/', 'path'],
    ['GET', '/v2', 'path'],
    ['GET', '/v2/payments/', 'path'],
    ['GET', '/V2/payments', 'path'],
    ['GET', '/v2/payments/a/b/c', 'path'],
    ['GET', '/%zz', 'path'],
    ['GET', '/v2/payments/%', 'path'],
    ['GET', '/v2/payments', 'method'],
    ['PUT', '/v2/payments', 'method'],
    ['DELETE', '/v2/payments/20251001214241ABCDEF', 'method'],
    ['OPTIONS', '/v2/payments', 'method'],
    ['POST', '/health', 'method'],
  ])('%s %s is 404 with -2 for the %s', async (method, path, field) => {
    const { status, json } = await sandbox.request(
      method,
      path,
      { 'content-type': 'application/json' },
      '{"broken',
    );
    expect([status, json.error.code, json.error.type]).toEqual([404, -2, 'validation_error']);
    expect(Object.keys(json.error.details.validation)).toEqual([field]);
  });
});

describe('a body', () => {
  const json = JSON.stringify(payment);
  it.each([
    ['without a content type', undefined, json, 'content_type'],
    ['as text', 'text/plain', json, 'content_type'],
    ['as a form', 'application/x-www-form-urlencoded', 'amount=1', 'content_type'],
    ['in another charset', 'application/json; charset=windows-1256', json, 'content_type'],
    ['that breaks off', 'application/json', json.slice(0, -1), 'body'],
    ['that is empty', 'application/json', '', 'body'],
    ['that begins with a byte order mark', 'application/json', `\u{feff}${json}`, 'body'],
    ['that is not UTF-8', 'application/json', Buffer.from([0x22, 0xff, 0x22]), 'body'],
    ['that is too large', 'application/json', `"${'x'.repeat(facts.body_limit_bytes)}"`, 'body'],
  ])('%s is 400 with -2', async (_name, type, rawBody, field) => {
    const { status, json: answer } = await shop.call('createPayment', {
      rawBody,
      headers: { 'content-type': type },
    });
    expect([status, answer.error.code]).toEqual([400, -2]);
    expect(Object.keys(answer.error.details.validation)).toEqual([field]);
  });

  it.each(['application/json;charset=UTF-8', 'Application/JSON ; charset="utf-8"'])(
    'as %s is taken',
    async (type) => {
      const answer = await shop.call('createPayment', { body: payment, headers: { 'content-type': type } });
      expect(answer.status).toBe(200);
    },
  );

  it.each(['null', '5', '"text"', '[]', '[[[[]]]]'])('that is %s and no object is 422', async (rawBody) => {
    const { status, json: answer } = await shop.call('createPayment', { rawBody });
    expect([status, Object.keys(answer.error.details.validation)]).toEqual([422, ['body']]);
  });

  it('where none is documented is ignored', async () => {
    const authority = await shop.createPayment();
    const answer = await shop.call('cancelPayment', {
      authority,
      rawBody: 'anything',
      headers: { 'content-type': 'text/plain' },
    });
    expect(answer.status).toBe(200);
  });
});

describe('a query', () => {
  it.each([
    ['page=0', 'page'],
    ['page=-1', 'page'],
    ['page=1.5', 'page'],
    ['page=1e3', 'page'],
    ['page=٣', 'page'],
    ['page=99999999999999999999', 'page'],
    ['per_page=101', 'per_page'],
    ['per_page=', 'per_page'],
    ['status=timeout', 'status'],
    ['status=completed&status=failed', 'status'],
    ['from_date=1405-09-04', 'from_date'],
    ['from_date=1404-12-30', 'from_date'],
    ['from_date=1404-07-31', 'from_date'],
    ['from_date=2026-11-24', 'from_date'],
    ['from_date=1405-09-03&to_date=1405-09-02', 'to_date'],
    ['sort=amount', 'sort'],
    ['%ff=1', '\u{fffd}'],
  ])('%s is refused', async (query, field) => {
    const { status, json } = await shop.call('listTransactions', { query });
    expect([status, Object.keys(json.error.details.validation)]).toEqual([422, [field]]);
  });

  it.each(['date=1405-09-04', 'date=1405-13-01', 'date='])('%s is no day for a report', async (query) => {
    expect((await shop.call('getDailyReport', { query })).status).toBe(422);
  });

  it.each(['month=1405-10', 'month=1405-00', 'month=1405'])('%s is no month for a report', async (query) => {
    expect((await shop.call('getMonthlyReport', { query })).status).toBe(422);
  });
});

describe('bytes that are no HTTP', () => {
  it('get the envelope too, and the connection is closed', async () => {
    await sandbox.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = sandbox.app.server.address() as AddressInfo;
    for (const bytes of ['NONSENSE\r\n\r\n', `GET / HTTP/1.1\r\nX: ${'y'.repeat(20_000)}\r\n\r\n`]) {
      const answer = await new Promise<string>((resolve, reject) => {
        let text = '';
        const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
        socket.on('data', (chunk) => {
          text += chunk;
        });
        socket.on('close', () => resolve(text));
        socket.on('error', reject);
      });
      expect(answer).toMatch(/^HTTP\/1\.1 400 /);
      expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '').error.code).toBe(-2);
    }
  });
});
