// The score: how many mutants were caught, of which kind, and whether that is enough.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../foundation/reader/paths.ts';
import { gravest, type Kind, kinds, type Mutant } from './mutant.ts';
import type { Trial } from './trial.ts';

/** The share that has to be caught, and all of the gravest kinds beside it. */
export const goal = 0.97;

/** What a judge of others made of the same mutants. */
export interface OtherJudge {
  name: string;
  /** How it was run, in a few words with its version. */
  manner: string;
  /** The mutants that it was shown. */
  shown: string[];
  /** Those of them that it found. */
  caught: string[];
}

/** What is published: the last whole run. */
export interface Published {
  trials: Trial[];
  judges: OtherJudge[];
}

/** Where it is kept, from the root of the repository. */
export const publishedFile = 'contract-tests/mutants/score.json';

export function readPublished(): Published {
  return JSON.parse(readFileSync(join(root, publishedFile), 'utf8')) as Published;
}

/** A mutant with what came of it. */
export interface Scored {
  mutant: Mutant;
  trial: Trial;
}

/** The mutants that were tried, in the order of the registry. */
export function scored(mutants: readonly Mutant[], trials: readonly Trial[]): Scored[] {
  const byId = new Map(trials.map((trial) => [trial.id, trial]));
  return mutants.flatMap((mutant) => {
    const trial = byId.get(mutant.id);
    return trial ? [{ mutant, trial }] : [];
  });
}

export interface Row {
  kind: Kind;
  all: number;
  caught: number;
  /** Of the caught, those found against what the page states. */
  broken: number;
}

/** The sums by kind, those without a mutant left out. */
export function rowsOf(all: readonly Scored[]): Row[] {
  return (Object.keys(kinds) as Kind[]).flatMap((kind) => {
    const own = all.filter(({ mutant }) => mutant.kind === kind);
    const caught = own.filter(({ trial }) => trial.caught);
    const broken = caught.filter(({ trial }) => trial.word === 'broken').length;
    return own.length > 0 ? [{ kind, all: own.length, caught: caught.length, broken }] : [];
  });
}

/** One row for all of them. */
export const sumOf = (rows: readonly Row[]): Omit<Row, 'kind'> =>
  rows.reduce(
    (sum, { all, caught, broken }) => ({
      all: sum.all + all,
      caught: sum.caught + caught,
      broken: sum.broken + broken,
    }),
    { all: 0, caught: 0, broken: 0 },
  );

/** What was not caught. */
export const survivorsOf = (all: readonly Scored[]): Scored[] => all.filter(({ trial }) => !trial.caught);

/** @returns what keeps a score from its goal, a sentence each. */
export function shortOfGoal(all: readonly Scored[]): string[] {
  const { all: count, caught } = sumOf(rowsOf(all));
  const survivors = survivorsOf(all);
  const grave = survivors
    .filter(({ mutant }) => gravest.includes(mutant.kind))
    .map(({ mutant }) => mutant.id);
  const few = caught < goal * count;
  return [
    ...(few ? [`${caught} of ${count} are caught, which is less than ${goal * 100} %.`] : []),
    ...(grave.length > 0 ? [`These survive and must not: ${grave.join(', ')}.`] : []),
  ];
}
