// The published score is the one of these mutants, says how far it is from its goal, and stands in its pages as it was written.
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
  const all = scored(mutants, published.trials);

  it('knows no mutant that there is not, and has them in their order', () => {
    const known = new Set(published.trials.map(({ id }) => id));
    expect([...known]).toEqual(mutants.filter(({ id }) => known.has(id)).map(({ id }) => id));
  });

  it('gives no reason for a survivor that is caught', () => {
    expect(
      all.filter(({ mutant, trial }) => mutant.accepted && trial.caught).map(({ mutant }) => mutant.id),
    ).toEqual([]);
  });

  it('says what keeps the score from its goal, and names each survivor', () => {
    const page = pages(published)['docs/mutants.md'];
    for (const sentence of shortOfGoal(all)) expect(page).toContain(sentence);
    for (const { mutant } of survivorsOf(all))
      expect(page).toContain(`- \`${mutant.id}\`: ${mutant.summary}`);
  });

  it.each(Object.keys(pages(published)))('stands in %s as `npm run mutants -- --write` writes it', (file) => {
    expect(read(file)).toBe(pages(published)[file]);
  });
});
