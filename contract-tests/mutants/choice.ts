// Chooses mutants: by name, by kind, or so many of them by a seed.
import { createHash } from 'node:crypto';
import type { Mutant } from './mutant.ts';

export interface Choice {
  /** A part of the id. */
  only?: string | undefined;
  kind?: string | undefined;
  /** How many; all of them when it is not given. */
  sample?: number | undefined;
  /** Decides which ones a sample has. */
  seed: string;
}

const drawn = (seed: string, { id }: Mutant) => createHash('sha256').update(`${seed} ${id}`).digest('hex');

/** @returns the chosen ones; a sample has none that may survive, and its order is that of the draw. */
export function chosen(mutants: readonly Mutant[], { only = '', kind, sample, seed }: Choice): Mutant[] {
  const named = mutants.filter(
    (mutant) => mutant.id.includes(only) && (kind === undefined || mutant.kind === kind),
  );
  if (sample === undefined) return named;
  return named
    .filter(({ accepted }) => accepted === undefined)
    .map((mutant) => ({ mutant, lot: drawn(seed, mutant) }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
    .slice(0, sample)
    .map(({ mutant }) => mutant);
}
