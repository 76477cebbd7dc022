// Every rule of the bundle has its place in openapi/, and the line that is named is the line of the rule.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contract } from '../src/contract/document.ts';
import { placeOfRule } from '../src/contract/places.ts';

const root = new URL('../../', import.meta.url);
const places = JSON.parse(readFileSync(new URL('generated/places.json', root), 'utf8')) as Record<
  string,
  string
>;
const files = new Map<string, string[]>();

function lineAt(place: string): string {
  const [file = '', line] = place.split(':');
  const lines = files.get(file) ?? readFileSync(new URL(file, root), 'utf8').split('\n');
  files.set(file, lines);
  return lines[Number(line) - 1] ?? '';
}

const keywords = [
  'type',
  'const',
  'enum',
  'format',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'required',
];

describe('the place of a rule', () => {
  it('is a line that exists, for everything', () => {
    const lost = Object.entries(places).filter(([, place]) => lineAt(place) === '');
    expect(lost).toEqual([]);
    expect(Object.keys(places).length).toBeGreaterThan(2000);
  });

  it('is the line where the keyword stands', () => {
    const rules = Object.entries(places).filter(
      ([pointer]) =>
        pointer.startsWith('#/components/schemas/') && keywords.includes(pointer.split('/').at(-1) ?? ''),
    );
    // A property may be called as a keyword is; then its line begins with the name all the same.
    const wrong = rules.filter(
      ([pointer, place]) => !lineAt(place).includes(`${pointer.split('/').at(-1)}:`),
    );
    const throughReferences = wrong.filter(([pointer]) => !/\/properties\/[^/]+$/.test(pointer));
    expect(rules.length).toBeGreaterThan(200);
    expect(throughReferences).toEqual([]);
  });

  it.each(['schemas', 'headers', 'responses', 'parameters', 'examples'])('is known for all %s', (kind) => {
    const names = Object.keys(contract.components[kind] ?? {});
    expect(names.filter((name) => !places[`#/components/${kind}/${name}`])).toEqual([]);
  });

  it('is that of the nearest parent for what has no line of its own', () => {
    expect(placeOfRule('#/components/schemas/Amount/minimum/nothing')).toBe(
      placeOfRule('#/components/schemas/Amount/minimum'),
    );
  });
});
