// Amounts with their unit in the type, so that tomans can never be sent where rials are meant.
import { rialsPerToman } from '../../generated/client-facts.ts';

declare const unit: unique symbol;

/** A whole, non-negative number of rials that a double holds exactly. Made by `rials()` or `toman()` only. */
export type Rials = number & { readonly [unit]: 'rial' };

/**
 * Marks an amount as rials.
 * @param amount a whole number; also as bigint or as the digits that a database driver returns for BIGINT.
 * @throws RangeError when it is negative, has a fraction or is too large to be exact.
 */
export function rials(amount: number | bigint | string): Rials {
  const isOne = typeof amount === 'string' ? /^[0-9]+$/.test(amount) : /number|bigint/.test(typeof amount);
  const value = isOne ? Number(amount) : Number.NaN;
  if (!Number.isSafeInteger(value) || value < 0) {
    throw new RangeError(`${amount} is not an amount of rials: give a whole number of zero or more.`);
  }
  return value as Rials;
}

/**
 * Turns whole tomans into rials.
 * @throws RangeError as `rials()` does.
 */
export function toman(amount: number): Rials {
  return rials(rials(amount) * rialsPerToman);
}

/**
 * The same amount in tomans, to be shown to people; it may have a fraction.
 * @throws RangeError as `rials()` does.
 */
export function inToman(amount: Rials): number {
  return rials(amount) / rialsPerToman;
}
