// The first check: is there such an operation?
import { describe, expect, it } from 'vitest';
import { examinePath } from '../../src/request/examine-path.ts';
import { refusalOf } from '../support/call.ts';

describe('a path', () => {
  it('passes when each of its parameters has a value', () => {
    expect(examinePath({ path: { authority: 'A1' }, url: '/v2/payments/A1' })).toBeUndefined();
    expect(examinePath({ path: {}, url: '/v2/payments' })).toBeUndefined();
  });

  it('with an empty parameter belongs to no operation', () => {
    const outcome = examinePath({ path: { authority: '' }, url: '/v2/payments/' });
    expect([refusalOf(outcome), outcome?.refusal?.status]).toEqual(['ErrorMalformedBody', 404]);
  });
});
