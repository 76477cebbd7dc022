// The runner still notices the mistakes that it is known to notice: a sample of the mutants, another one for each commit.
import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { root } from '../../foundation/reader/paths.ts';
import { chosen } from '../mutants/choice.ts';
import { mutants } from '../mutants/registry.ts';
import { readPublished, scored, shortOfGoal, survivorsOf } from '../mutants/score.ts';
import { tryMutant } from '../mutants/trial.ts';
import { tryAll } from '../mutants/trials.ts';

/** MUTANTS_SEED repeats a sample; else the commit draws it. */
const seed =
  process.env.MUTANTS_SEED ??
  execFileSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).trim();

const size = 24;

it('in the sandbox without a mistake nothing is found', async () => {
  expect(await tryMutant(undefined)).toEqual({ id: 'none', caught: false, missed: 'nothing was found' });
});

it(`of ${size} mutants that were caught before, drawn by ${seed}, enough are caught, and all that lose money or show it to strangers`, async () => {
  console.log(`MUTANTS_SEED=${seed}`);
  const before = readPublished().trials;
  const known = new Set(before.filter(({ caught }) => caught).map(({ id }) => id));
  const sample = chosen(
    mutants.filter(({ id }) => known.has(id)),
    { sample: size, seed },
  );
  const trials = await tryAll(sample, { jobs: 2, before });
  const all = scored(mutants, trials);
  const survivors = survivorsOf(all).map(
    ({ mutant, trial }) => `${mutant.id}: ${mutant.summary} (${trial.missed})`,
  );
  expect(shortOfGoal(all), survivors.join('\n')).toEqual([]);
});
