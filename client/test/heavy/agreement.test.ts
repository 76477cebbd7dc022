// Whatever a gateway might answer, each package makes of it what the TypeScript client does, and asks for the same.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listening } from '../../../contract-tests/src/listening.ts';
import { errors } from '../../../generated/client-facts.ts';
import { type Driver, startDriver } from '../scenarios/driver.ts';
import type { Ask, Told } from '../scenarios/protocol.ts';
import { typescriptDriver } from '../scenarios/typescript-driver.ts';
import { csharp } from './drivers/csharp.ts';
import { go } from './drivers/go.ts';
import { java } from './drivers/java.ts';

const authority = '2025100121424146HC';
const payment = { authority, amount: 250_000, order_id: 'ORDER-12345' };

interface Answer {
  status: number;
  retryAfter?: string;
  body: string;
}

const codes = [...Object.values(errors).map(({ code }) => code), -9999];

/** What may stand anywhere: what belongs there, somewhere else, or nowhere. */
const anything = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    '',
    ' ',
    0,
    -1,
    true,
    false,
    [],
    {},
    250_000.5,
    1e21,
    '1e5',
    '-',
    '0000',
    '۰',
    '۱۴۰۴',
    '\u00a0',
    '\ufeff',
  ),
  fc.constantFrom<unknown>(
    authority,
    250_000,
    '250000',
    250_001,
    '250001',
    '123',
    '00000000000000250000',
    '250000\0',
    9_007_199_254_740_994,
    '1404-01-01 10:00:00',
    'ORDER-2',
  ),
  fc.constantFrom<unknown>('pending', 'failed', 'timeout', 'cancelled', 'payment_failed', 'payment_unpaid'),
  fc.constantFrom<unknown>(
    'business_logic_error',
    { reason: 'payment_failed' },
    { reason: null },
    ...codes,
    '-21',
  ),
);

const fields = [
  ...['success', 'data', 'message', 'status_code', 'meta', 'meta.request_id', 'meta.idempotency_key'],
  ...['', '.code', '.type', '.message', '.details', '.details.reason'].map((name) => `error${name}`),
  ...['', '.test_mode', '.idempotency_key'].map((name) => `data.meta${name}`),
  ...['', '.authority', '.amount', '.ref_id', '.verified_at'].map((name) => `data.verification${name}`),
  ...['', '.authority', '.amount', '.order_id', '.status', '.can_be_verified'].map(
    (name) => `data.transaction${name}`,
  ),
];

const success = fc.record({
  success: fc.constant(true),
  data: fc.record({
    verification: fc.constant({
      authority,
      amount: 250_000,
      ref_id: '123',
      verified_at: '1404-01-01 10:00:00',
    }),
    transaction: fc.record({
      authority: fc.constant(authority),
      amount: fc.constant(250_000),
      order_id: fc.constant('ORDER-12345'),
      status: fc.constantFrom('pending', 'failed', 'completed'),
      can_be_verified: fc.constantFrom(true, false, null),
      gateway_url: fc.constant('https://gateway.example/startpay/1'),
    }),
  }),
});
const failure = fc.record({
  success: fc.constant(false),
  error: fc.record({
    code: fc.constantFrom(...codes),
    message: fc.constant('پیام'),
    type: fc.constantFrom('validation_error', 'business_logic_error', 'new_error'),
    details: fc.constantFrom(undefined, {}, { reason: 'payment_failed' }, { reason: 'payment_unpaid' }),
  }),
});

/** A copy with another value; undefined takes it away. */
function changed(whole: object, path: string, value: unknown): object {
  const copy = structuredClone(whole) as Record<string, unknown>;
  const names = path.split('.');
  const last = names.pop() as string;
  let parent = copy;
  for (const name of names) {
    const inner = parent[name];
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) parent[name] = {};
    parent = parent[name] as Record<string, unknown>;
  }
  parent[last] = structuredClone(value);
  return copy;
}

/** The same in another spelling, or no JSON at all. */
const spellings: ((text: string) => string)[] = [
  (text) => text.replace('"success":true', '"success":true,"success":false'),
  (text) => text.replace('250000', '250000.0'),
  (text) => text.replace('250000', '2.5e5'),
  (text) => text.replace('"123"', '12345678901234567890123'),
  (text) => text.replace('"amount"', '"\\u0061mount"'),
  (text) => `\ufeff${text}`,
  (text) => text.slice(0, -1),
  () => '<!doctype html>',
  () => 'null',
  () => '',
];

const body = fc
  .tuple(
    fc.oneof(success, failure),
    fc.array(fc.tuple(fc.constantFrom(...fields), fc.option(anything, { nil: undefined })), { maxLength: 4 }),
    fc.option(fc.constantFrom(...spellings), { freq: 4 }),
  )
  .map(([whole, changes, spelling]) => {
    const text = JSON.stringify(
      changes.reduce((made: object, [path, value]) => changed(made, path, value), whole),
    );
    return spelling ? spelling(text) : text;
  });

const answer: fc.Arbitrary<Answer> = fc.record({
  status: fc.constantFrom(200, 200, 200, 201, 302, 400, 404, 422, 429, 500, 502),
  retryAfter: fc.constantFrom(undefined, undefined, '0', '9999', 'soon', 'Wed, 21 Oct 2099 07:28:00 GMT'),
  body,
});

const question: fc.Arbitrary<Ask> = fc.constantFrom<Ask>(
  { do: 'verify', client: 'shop', payment },
  {
    do: 'create',
    client: 'shop',
    order: { amount: 250_000, order_id: 'ORDER-12345', callback_url: 'https://shop.example/' },
    idempotency_key: 'one-key',
  },
  { do: 'call', client: 'shop', operation: 'getTransaction', input: authority },
  { do: 'call', client: 'shop', operation: 'retryVerification', input: authority },
  { do: 'call', client: 'shop', operation: 'getHealth' },
);

/** What was told, but for what one of both makes anew each time, or types more loosely. */
function comparable(told: Told): unknown {
  const { error, ...rest } = told as { outcome: string; error?: Record<string, unknown>; data?: unknown };
  const { data: _, ...plain } = rest;
  if (!error) return plain;
  const { idempotency_key: __, fields: ___, ...known } = error;
  return { ...plain, error: known };
}

describe.each([csharp, java, go])('$label', (language) => {
  let folder: string;
  let gateway: Awaited<ReturnType<typeof listening>>;
  let waiting: Answer[] = [];
  let arrived: string[] = [];
  const shops: Driver[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'irandargah-agreement-'));
    const { command, cwd } = await language.install(folder);
    shops.push(typescriptDriver(), startDriver(command, { cwd }));
    gateway = await listening(
      createServer((request, response) => {
        arrived.push(`${request.method} ${request.url}`);
        request.resume().once('end', () => {
          const { status, retryAfter, body: text } = waiting.shift() ?? { status: 503, body: '' };
          response.writeHead(status, retryAfter === undefined ? {} : { 'Retry-After': retryAfter }).end(text);
        });
      }),
    );
    for (const shop of shops) {
      const client = {
        name: 'shop',
        base_url: gateway.url,
        environment: 'sandbox',
        token: 'idg_test_1',
      } as const;
      await shop.ask({ do: 'client', ...client, timeout_ms: 20_000, retries: 0 });
    }
  });
  afterAll(async () => {
    await Promise.all(shops.map((shop) => shop.close()));
    await gateway?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('tells the same of any three answers, after the same requests', async () => {
    const property = fc.asyncProperty(question, fc.tuple(answer, answer, answer), async (ask, answers) => {
      const came: unknown[] = [];
      for (const shop of shops) {
        waiting = [...answers];
        arrived = [];
        const told = await shop.ask(ask);
        came.push({ told: comparable(told), arrived });
      }
      expect(came[1]).toEqual(came[0]);
    });
    await fc.assert(property, { numRuns: 1500 });
  });
});
