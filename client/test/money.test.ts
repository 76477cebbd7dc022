// Amounts carry their unit, and nothing but whole rials gets through.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inToman, rials, toman } from '../src/index.ts';

describe('an amount', () => {
  it('is ten rials for each toman, there and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000_000 }), (tomans) => {
        expect(toman(tomans)).toBe(rials(tomans * 10));
        expect(inToman(toman(tomans))).toBe(tomans);
      }),
    );
  });

  it.each([100_000, 4_000_000_000n, '4000000000', '0'])('may come from a database as %s', (value) => {
    expect(rials(value)).toBe(Number(value));
  });

  it.each([-1, 0.5, Number.NaN, 2 ** 53, '', ' 1', '1e6', '۱۰۰۰۰۰', '-5', '0x10'])(
    'may not be %s',
    (value) => {
      expect(() => rials(value)).toThrow(RangeError);
    },
  );

  it('may not be a part of a toman, nor too many', () => {
    expect(() => toman(2500.5)).toThrow(RangeError);
    expect(() => toman(2 ** 52)).toThrow(RangeError);
  });
});
