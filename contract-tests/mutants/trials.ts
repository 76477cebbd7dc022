// Tries many mutants, several at once, each first with the case that caught it the last time.
import type { Mutant } from './mutant.ts';
import { type Trial, tryMutant } from './trial.ts';

export interface Plan {
  /** How many at once. */
  jobs: number;
  /** What came of them the last time: whatever caught one is asked first. */
  before?: readonly Trial[];
  /** Leaves the slow part of a run out. */
  quick?: boolean;
  /** Is told of each as soon as it is known. */
  tell?: (trial: Trial) => void;
}

/** Tries mutants. @returns what came of each, in their order */
export async function tryAll(
  mutants: readonly Mutant[],
  { jobs, before = [], quick, tell }: Plan,
): Promise<Trial[]> {
  const hints = new Map(before.map(({ id, by }) => [id, by]));
  const trials = new Map<string, Trial>();
  const queue = [...mutants];
  const work = async () => {
    for (let mutant = queue.shift(); mutant; mutant = queue.shift()) {
      const trial = await tryMutant(mutant, { hint: hints.get(mutant.id), quick });
      trials.set(trial.id, trial);
      tell?.(trial);
    }
  };
  await Promise.all(Array.from({ length: jobs }, work));
  return mutants.flatMap(({ id }) => trials.get(id) ?? []);
}
