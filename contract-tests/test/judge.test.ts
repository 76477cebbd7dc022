// The judge on single exchanges: lawful ones pass, and each example of the contract is refused with one thing changed.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { errors, signing } from '../../generated/facts.ts';
import {
  type ContractOperation,
  type NamedExample,
  operationOf,
  operations,
} from '../src/contract/document.ts';
import type { Circumstances } from '../src/judge/exchange.ts';
import { judge } from '../src/judge/judge.ts';
import { jalaliDateTime } from '../src/judge/time.ts';
import { signResponse } from '../src/signatures.ts';

const unknownCaller: Circumstances = { tokenKnown: true, signed: false, sandbox: false };

interface Given {
  status?: number;
  headers?: Record<string, string>;
  body: unknown;
  circumstances?: Partial<Circumstances>;
}

const limits = {
  'x-ratelimit-limit': '100',
  'x-ratelimit-remaining': '99',
  'x-ratelimit-reset': '1727800060',
};

function findings(
  operation: ContractOperation,
  { status = 200, headers = limits, body, circumstances }: Given,
) {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
  const mediaType = operation.responses.get(status)?.mediaType ?? 'application/json';
  const exchange = {
    request: { method: operation.method, path: operation.path, headers: {} },
    answer: { status, headers: { 'content-type': `${mediaType}; charset=utf-8`, ...headers }, body: bytes },
  };
  return judge(exchange, operation, { ...unknownCaller, ...circumstances }).findings;
}

const waiting = { ...limits, 'x-ratelimit-remaining': '0', 'retry-after': '60' };

const examples = operations.flatMap((operation) =>
  [...operation.responses.values()].flatMap(({ status, mediaType, headers, examples: named }) =>
    named.map((example) => ({
      operation,
      status,
      mediaType,
      example,
      // The page for people has no limits to tell.
      headers: status === 429 ? waiting : headers.length > 0 ? limits : {},
      id: `${operation.id} ${status} ${example.name}`,
    })),
  ),
);
const jsonExamples = examples.filter(({ mediaType }) => mediaType === 'application/json');

describe('every example of the contract', () => {
  it.each(examples)('$id is lawful', ({ operation, status, example, headers }) => {
    expect(findings(operation, { status, body: example.value, headers })).toEqual([]);
  });
});

type Path = (string | number)[];

/** The paths to everything inside a value that holds something. */
function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...at, key], ...pathsOf(inner, [...at, key])]);
}

// biome-ignore lint/suspicious/noExplicitAny: it walks through bodies of every shape
function changed(value: unknown, path: Path, change: (parent: any, key: string | number) => void): unknown {
  const copy = structuredClone(value);
  // biome-ignore lint/suspicious/noExplicitAny: as above
  const parent = path.slice(0, -1).reduce((inner: any, key) => inner[key], copy);
  change(parent, path.at(-1) as string);
  return copy;
}

const pointer = (path: Path) => `/body/${path.join('/')}`;

/** Places where the contract lets anything be added. */
const open = ['/body/data/events/', '/body/error/details/validation/'];
/** Fields that may be left out. */
const optional =
  /\/(details|meta|idempotency_key|successful_amount|total_fees|reason|environment|test_mode|validation\/[^/]+)$/;

describe('a changed example is unlawful', () => {
  const arbitrary = fc.constantFrom(...jsonExamples);
  const withPath = arbitrary.chain((one) =>
    fc.record({ one: fc.constant(one), path: fc.constantFrom(...pathsOf(one.example.value)) }),
  );

  it('when a field is added that is not documented', () => {
    fc.assert(
      fc.property(withPath, ({ one: { operation, status, example, headers }, path }) => {
        const at = pointer(path);
        fc.pre(!open.some((prefix) => at.startsWith(prefix)) && !/^\d+$/.test(String(path.at(-1))));
        const body = changed(example.value, path, (parent) => {
          parent.undocumented_field = 1;
        });
        const found = findings(operation, { status, body, headers }).map((finding) => finding.at);
        expect(found.some((where) => where.endsWith('/undocumented_field'))).toBe(true);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('when a required field is missing', () => {
    fc.assert(
      fc.property(withPath, ({ one: { operation, status, example, headers }, path }) => {
        const at = pointer(path);
        fc.pre(!optional.test(at) && !/^\d+$/.test(String(path.at(-1))));
        const body = changed(example.value, path, (parent, key) => {
          delete parent[key];
        });
        expect(findings(operation, { status, body, headers })).not.toEqual([]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it('when a value has another type', () => {
    fc.assert(
      fc.property(withPath, ({ one: { operation, status, example, headers }, path }) => {
        const body = changed(example.value, path, (parent, key) => {
          parent[key] = Array.isArray(parent[key]) ? {} : [[]];
        });
        expect(findings(operation, { status, body, headers })).not.toEqual([]);
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});

const named = (operation: ContractOperation, status: number): NamedExample => {
  const [example] = operation.responses.get(status)?.examples ?? [];
  if (!example) throw new Error(`${operation.id} ${status} has no example.`);
  return example;
};

const getPayment = operationOf('getPayment');
const getTransaction = operationOf('getTransaction');
const payment = named(getPayment, 200).value;
const transaction = named(getTransaction, 200).value;

describe('Persian messages', () => {
  const body = structuredClone(named(getPayment, 404).value) as { error: { message: string } };

  it('may have half-spaces that the contract has lost, and come in another Unicode form', () => {
    const { message } = errors.ErrorRateLimited;
    const limited = structuredClone(named(getPayment, 429).value) as typeof body;
    limited.error.message = message.replace('درخواستها', 'درخواست\u200cها').normalize('NFD');
    expect(findings(getPayment, { status: 429, body: limited, headers: waiting })).toEqual([]);
  });

  it('may not be other messages', () => {
    body.error.message = `${body.error.message}.`;
    expect(findings(getPayment, { status: 404, body })).toMatchObject([{ at: '/body/error/message' }]);
  });
});

describe('headers that depend on something', () => {
  const secretKey = 'secret';
  const now = 1727800000;
  const bytes = Buffer.from(JSON.stringify(payment));
  const signed = (time = now, secret = secretKey) => ({
    ...limits,
    [signing.response.signature_header.toLowerCase()]: signResponse(bytes, String(time), secret),
    [signing.response.timestamp_header.toLowerCase()]: String(time),
  });
  const at = (given: Given) => findings(getPayment, given).map((finding) => finding.at);

  it.each([
    ['a right signature', {}, signed(), []],
    ['a right signature, 300 s old', { now: now + 300 }, signed(), []],
    ['a right signature, 301 s old', { now: now + 301 }, signed(), ['/headers/X-Response-Timestamp']],
    ['a signature of another key', {}, signed(now, 'other'), ['/headers/X-Response-Signature']],
    ['no signature', {}, limits, ['/headers/X-Response-Signature', '/headers/X-Response-Timestamp']],
    ['no signature, for a caller who is not known', { tokenKnown: false }, limits, []],
    ['no signature, for a terminal without a key', { secretKey: undefined }, limits, []],
  ])('%s', (_, circumstances, headers, expected) => {
    const given = { secretKey, now, fresh: false, ...circumstances } as Circumstances;
    const found = at({
      body: payment,
      headers: { ...headers, 'x-ratelimit-reset': String(given.now) },
      circumstances: given,
    });
    expect(found).toEqual(expected);
  });

  it.each([
    ['must be there when the request is counted', getTransaction, { signed: false }, 3],
    ['may be missing when a signature lifts the limit', getTransaction, { signed: true }, 0],
    ['may be missing when there is no limit', getPayment, { signed: false }, 0],
  ])('those of the limit %s', (_, operation, circumstances, count) => {
    const body = operation === getPayment ? payment : transaction;
    expect(findings(operation, { body, headers: {}, circumstances })).toHaveLength(count);
  });

  it('come together or not at all', () => {
    const headers = { 'x-ratelimit-limit': '100' };
    expect(at({ body: payment, headers })).toEqual([
      '/headers/X-RateLimit-Remaining',
      '/headers/X-RateLimit-Reset',
    ]);
  });

  it('say that a token is old when it is', () => {
    const found = at({ body: payment, circumstances: { tokenRotated: true } });
    expect(found).toEqual(['/headers/X-Token-Deprecated', '/headers/X-Token-Deprecated-Expires-At']);
  });
});

describe('times', () => {
  it('are Jalali and of Tehran, in summer time while Tehran had it', () => {
    expect(jalaliDateTime(Date.UTC(2025, 8, 19, 7, 0, 0) / 1000)).toBe('1404-06-28 10:30:00');
    expect(jalaliDateTime(Date.UTC(2022, 5, 1, 0, 0, 0) / 1000)).toBe('1401-03-11 04:30:00');
    expect(jalaliDateTime(Date.UTC(2025, 2, 20, 20, 29, 59) / 1000)).toBe('1403-12-30 23:59:59');
  });
});

describe('sensitive values', () => {
  it('are not shown in a finding', () => {
    const data = { ...(payment as object), data: { card_number: '6037997123456789' } };
    expect(JSON.stringify(findings(getPayment, { body: data }))).not.toContain('6037997123456789');
  });
});
