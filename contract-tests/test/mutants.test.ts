// The mutants are what they say: changes that can be made, several of every kind; and how they are drawn and scored.
import { globSync, readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../foundation/reader/paths.ts';
import { chosen } from '../mutants/choice.ts';
import { changed } from '../mutants/hook.ts';
import { changesOfSource, gravest, kinds, type Mutant } from '../mutants/mutant.ts';
import { mutants, sourceMutants } from '../mutants/registry.ts';
import { rowsOf, scored, shortOfGoal } from '../mutants/score.ts';
import type { Trial } from '../mutants/trial.ts';

const read = (file: string) => readFileSync(join(root, file), 'utf8');

describe('the mutants', () => {
  it('are many, of every kind several, each with a name and a sentence of its own', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(220);
    for (const kind of Object.keys(kinds)) {
      expect(mutants.filter((mutant) => mutant.kind === kind).length, kind).toBeGreaterThanOrEqual(3);
    }
    const ids = mutants.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    expect(ids.filter((id) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([]);
    expect(mutants.filter(({ summary }) => !/^\S.*\.$/.test(summary)).map(({ id }) => id)).toEqual([]);
    const bases = mutants.flatMap(({ basis }) => basis ?? []);
    expect(bases.filter((basis) => !/^(decision|example) [0-9]+(-[0-9]+)?$/.test(basis))).toEqual([]);
  });

  it.each(sourceMutants.map((mutant) => [mutant.id, mutant] as const))(
    '%s can be put into the source',
    (_, mutant) => {
      const texts = new Map<string, string>();
      for (const change of changesOfSource(mutant)) {
        texts.set(change.file, changed(texts.get(change.file) ?? read(change.file), change));
      }
      for (const text of texts.values()) expect(() => stripTypeScriptTypes(text)).not.toThrow();
    },
  );

  it('change nothing that the runner judges with: it has the sandbox only to start it', () => {
    const ofSandbox = new Set(
      mutants.flatMap((mutant) => ('file' in mutant ? changesOfSource(mutant) : [])).map(({ file }) => file),
    );
    expect([...ofSandbox].filter((file) => !/^(sandbox\/src|foundation\/http)\//.test(file))).toEqual([]);
    const imports = globSync('contract-tests/src/**/*.ts', { cwd: root }).flatMap((file) =>
      [...read(file).matchAll(/from '([^']*\/(?:sandbox\/src|foundation\/http)\/[^']*)'/g)].map(
        ([, from]) => `${file} ${from}`,
      ),
    );
    expect(imports).toEqual(['contract-tests/src/targets/sandbox.ts ../../../sandbox/src/index.ts']);
  });
});

describe('a change', () => {
  it('is refused when its text stands nowhere, or twice', () => {
    const change = { file: 'a.ts', from: 'one', to: 'two' };
    expect(changed('one;', change)).toBe('two;');
    for (const source of ['three;', 'one; one;'])
      expect(() => changed(source, change)).toThrow('exactly once');
  });
});

describe('a sample', () => {
  it('is the same for the same seed, another for another, and has none that may survive', () => {
    const ids = (seed: string) => chosen(mutants, { sample: 30, seed }).map(({ id }) => id);
    expect(ids('a')).toHaveLength(30);
    expect(ids('a')).toEqual(ids('a'));
    expect(ids('a')).not.toEqual(ids('b'));
    const [first, ...others] = mutants as [Mutant, ...Mutant[]];
    const excused = { ...first, accepted: { en: 'why', fa: 'چرا' } };
    expect(chosen([excused, ...others], { sample: 10_000, seed: 'a' })).toHaveLength(others.length);
  });

  it('can be asked for by kind and by a part of the id', () => {
    const money = chosen(mutants, { kind: 'money', only: 'refund', seed: '' });
    expect(money.length).toBeGreaterThan(3);
    expect(money.every(({ id, kind }) => kind === 'money' && id.includes('refund'))).toBe(true);
  });
});

describe('the score', () => {
  const [grave] = mutants.filter(({ kind }) => gravest.includes(kind)) as [Mutant];
  const light = mutants.filter(({ kind }) => !gravest.includes(kind)).slice(0, 99);
  const tried = (survivors: readonly Mutant[]) =>
    [grave, ...light].map(
      (mutant): Trial =>
        survivors.includes(mutant)
          ? { id: mutant.id, caught: false }
          : { id: mutant.id, caught: true, word: 'broken' },
    );

  it.each([
    ['everything is caught', [], 0],
    ['three of a hundred survive', light.slice(0, 3), 0],
    ['four of a hundred survive', light.slice(0, 4), 1],
    ['one that loses money survives', [grave], 1],
  ] as const)('falls short of the goal, or does not, when %s', (_, survivors, sentences) => {
    expect(shortOfGoal(scored(mutants, tried(survivors)))).toHaveLength(sentences);
  });

  it('is summed by kind', () => {
    const [row] = rowsOf(scored([grave], tried([])));
    expect(row).toEqual({ kind: grave.kind, all: 1, caught: 1, broken: 1 });
  });
});
