// What a parsed value no longer shows: names that come twice, the spelling of integers, charsets, headers that came twice.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeAt } from '../../foundation/reader/pointers.ts';
import { operationOf } from '../src/contract/document.ts';
import type { ReceivedAnswer } from '../src/judge/exchange.ts';
import { judge } from '../src/judge/judge.ts';
import { depthOf, writtenJson } from '../src/judge/wire.ts';
import { wordOf } from '../src/judge/word.ts';

const operation = operationOf('getPayment');
const example = operation.responses.get(200)?.examples[0]?.value as {
  data: { transaction: { amount: number } };
};
const right = JSON.stringify(example);
const { amount } = example.data.transaction;
const limits = {
  'x-ratelimit-limit': '100',
  'x-ratelimit-remaining': '99',
  'x-ratelimit-reset': '1727800060',
};

/** What the judge says of getPayment with this text. */
function found(text: string, change: Partial<ReceivedAnswer> = {}, contentType = 'application/json') {
  const headers = { 'content-type': contentType, ...limits };
  const answer = { status: 200, headers, body: Buffer.from(text), ...change };
  const exchange = { request: { method: 'GET', path: operation.path, headers: {} }, answer };
  const { findings } = judge(exchange, operation, { tokenKnown: true, signed: false, sandbox: false });
  return findings.map((finding) => [wordOf(finding), finding.at]);
}

const at = '/body/data/transaction/amount';
const amountAs = (literal: string) => right.replace(`"amount":${amount}`, `"amount":${literal}`);

describe('of the bytes of an answer', () => {
  it.each<[string, string, [string, string][]]>([
    ['nothing is amiss', right, []],
    ['nothing is amiss with blanks', JSON.stringify(example, null, 2), []],
    ['an integer written as a fraction differs', amountAs(`${amount}.0`), [['differs', at]]],
    ['an integer with an exponent differs', amountAs('1e5'), [['differs', at]]],
    ['a name that comes twice differs', amountAs(`1,"amount":${amount}`), [['differs', at]]],
    ['the same name in escapes is the same', amountAs(`1,"\\u0061mount":${amount}`), [['differs', at]]],
    ['a byte order mark is broken', `\ufeff${right}`, [['broken', '/body']]],
    ['two documents are broken', right + right, [['broken', '/body']]],
    ['garbage at the end is broken', `${right};`, [['broken', '/body']]],
    ['NaN is broken', amountAs('NaN'), [['broken', '/body']]],
    ['a thousand levels are broken', amountAs('['.repeat(1000) + ']'.repeat(1000)), [['broken', '/body']]],
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    ['application/json; charset=windows-1256', [['differs', '/headers/Content-Type']]],
    ['application/json; charset="UTF-8"', []],
    ['application/json;charset=utf-8', []],
  ])('the content type %s', (contentType, expected) => {
    expect(found(right, {}, contentType)).toEqual(expected);
  });

  it('a header that came twice differs', () => {
    expect(found(right, { repeated: ['x-ratelimit-reset', 'set-cookie'] })).toEqual([
      ['differs', '/headers/X-RateLimit-Reset'],
    ]);
  });
});

describe('what was written', () => {
  it('is never taken for a fault when a serializer wrote it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        const { repeated, spelledOtherwise } = writtenJson(text);
        expect(repeated).toEqual([]);
        // JavaScript itself spells what is beyond 10^21 with an exponent.
        for (const { at: place } of spelledOtherwise)
          expect(Math.abs(nodeAt(value, place) as number)).toBeGreaterThan(1e20);
      }),
      { seed: 1 },
    );
  });

  it('has the depth that it has', () => {
    expect(['1', '[]', '{"a":[1]}', '["[[[", {}]'].map(depthOf)).toEqual([0, 1, 2, 2]);
  });
});
