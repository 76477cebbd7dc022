// Chance that can be repeated: the same seed gives the same numbers, whatever else happens meanwhile.
import { createHash } from 'node:crypto';

const range = 2 ** 48;

/**
 * A number of a seed's sequence.
 * @param index which decision it is for, counted from 0.
 * @param purpose keeps the numbers of one decision apart.
 * @returns at least 0 and less than 1, evenly spread.
 */
export function chance(seed: string, index: number, purpose: string): number {
  const digest = createHash('sha256').update(`${seed}\0${index}\0${purpose}`).digest();
  return digest.readUIntBE(0, 6) / range;
}
