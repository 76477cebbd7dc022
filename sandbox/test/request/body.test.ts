// Whether a body is JSON, before its fields are looked at.
import { describe, expect, it } from 'vitest';
import { readBody } from '../../src/request/read-body.ts';
import { callWith, faultyFieldsOf, refusalOf } from '../support/call.ts';

const read = (text: string, headers = {}, operation: 'createPayment' | 'cancelPayment' = 'createPayment') =>
  readBody(
    callWith({
      operation,
      rawBody: Buffer.from(text),
      headers: { 'content-type': 'application/json', ...headers },
    }),
  );

describe('a body', () => {
  it('in JSON is read', () => {
    expect(read('{"amount":1}')).toEqual({ found: { body: { amount: 1 } } });
  });

  it.each([
    ['in another type', '{}', { 'content-type': 'text/plain' }, 'content_type'],
    ['in a coding', '{}', { 'content-encoding': 'gzip' }, 'content_encoding'],
    ['that breaks off', '{"amount":', {}, 'body'],
    ['that is empty', '', {}, 'body'],
  ])('%s is refused', (_how, text, headers, field) => {
    const outcome = read(text, headers);
    expect([refusalOf(outcome), faultyFieldsOf(outcome)]).toEqual(['ErrorMalformedBody', [field]]);
  });

  it('of an operation that has none is left unread', () => {
    expect(read('nonsense', { 'content-type': 'text/plain' }, 'cancelPayment')).toBeUndefined();
  });
});
