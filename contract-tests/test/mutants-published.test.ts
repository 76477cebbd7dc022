// The published score is the one of these mutants, reaches its goal, and stands in its pages as it was written.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../foundation/reader/paths.ts';
import { pages } from '../mutants/page.ts';
import { mutants } from '../mutants/registry.ts';
import { readPublished, scored, shortOfGoal, survivorsOf } from '../mutants/score.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('what is published', () => {
  const published = readPublished();

  it('knows every mutant, and no other', () => {
    expect(published.trials.map(({ id }) => id)).toEqual(mutants.map(({ id }) => id));
  });

  it('reaches the goal, and each survivor has its reason', () => {
    const all = scored(mutants, published.trials);
    expect(shortOfGoal(all)).toEqual([]);
    expect(
      survivorsOf(all)
        .filter(({ mutant }) => !mutant.accepted)
        .map(({ mutant }) => mutant.id),
    ).toEqual([]);
    expect(
      all.filter(({ mutant, trial }) => mutant.accepted && trial.caught).map(({ mutant }) => mutant.id),
    ).toEqual([]);
  });

  it.each(Object.keys(pages(published)))('stands in %s as `npm run mutants -- --write` writes it', (file) => {
    expect(read(file)).toBe(pages(published)[file]);
  });
});
