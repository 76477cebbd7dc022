// Makes one bad value for one keyword of a schema, by properties: it breaks that keyword and, where possible, no other.
import fc from 'fast-check';
import type { Schema } from '../../../../foundation/reader/document.ts';
import { brokenRules, schemaAt } from '../../contract/schemas.ts';

/** A way to break a schema: the keyword, and how many more ways of the same keyword are worth a request of their own. */
export interface BadValue {
  keyword: string;
  /** `null` beside `type`, since servers forget it so often. */
  variant?: string;
  value: unknown;
}

/** Which characters may stand in a value: JSON carries all, headers and paths do not. */
export type Carrier = 'json' | 'query' | 'header' | 'path';

const hostile = [
  '<',
  '>',
  '%',
  '*',
  ' ',
  '\u00e9',
  '\u0628',
  '\u200c',
  '\n',
  '\u0000',
  '"',
  '\\',
  '_',
  '-',
  '.',
  'x',
  'A',
  '0',
  '\u{1F4DA}',
];

const carries: Record<Carrier, (text: string) => boolean> = {
  json: () => true,
  query: () => true,
  // What an HTTP client may write, and no blank at the ends, where it would be lost.
  header: (text) => /^[ -~]*$/.test(text) && text.trim() === text,
  path: (text) => text !== '' && text !== '.' && text !== '..' && !text.includes('/') && text.isWellFormed(),
};

/** Strings that are near to a good one: a character put in, taken out or exchanged, and some that are far away. */
function nearTo(good: string): fc.Arbitrary<string> {
  const position = fc.nat(good.length);
  const character = fc.constantFrom(...hostile);
  const at = (edit: (index: number, piece: string) => string) =>
    fc.tuple(position, character).map(([index, piece]) => edit(index, piece));
  return fc.oneof(
    at((index, piece) => good.slice(0, index) + piece + good.slice(index)),
    at((index, piece) => good.slice(0, index) + piece + good.slice(index + 1)),
    at((index) => good.slice(0, index) + good.slice(index + 1)),
    fc.string({ minLength: 1, maxLength: Math.max(good.length, 8) }),
  );
}

const otherTypes: Record<string, fc.Arbitrary<unknown>> = {
  string: fc.string({ minLength: 1, maxLength: 12 }),
  integer: fc.integer({ min: 1, max: 1_000_000 }),
  number: fc.integer({ min: 0, max: 1_000_000 }).map((whole) => whole + 0.5),
  boolean: fc.boolean(),
  array: fc.array(fc.integer(), { maxLength: 2 }),
  object: fc.constant({}),
};

const typesOf = ({ type }: Schema) => (type === undefined ? [] : Array.isArray(type) ? type : [type]);

/** Values of every type that the schema does not allow, the good value in another type's clothes among them. */
function otherType(schema: Schema, good: unknown): fc.Arbitrary<unknown> {
  const allowed = typesOf(schema);
  const others = Object.entries(otherTypes).filter(
    ([type]) => !allowed.includes(type) && !(type === 'integer' && allowed.includes('number')),
  );
  const disguised = typeof good === 'string' ? [fc.constant([good])] : [fc.constant(JSON.stringify(good))];
  return fc.oneof(...others.map(([, arbitrary]) => arbitrary), ...disguised);
}

/** What a value may look like that breaks one keyword, given a good value. */
function candidates(keyword: string, schema: Schema, good: unknown): fc.Arbitrary<unknown> | undefined {
  const limit = schema[keyword];
  const text = typeof good === 'string' ? good : '';
  switch (keyword) {
    case 'type':
      return otherType(schema, good);
    case 'enum':
    case 'const':
      return fc.oneof(nearTo(text), fc.constantFrom(text.toUpperCase(), text.toLowerCase()));
    case 'pattern':
    case 'format':
      return nearTo(text);
    case 'minimum':
      return fc.oneof(
        fc.constant((limit as number) - 1),
        fc.integer({ min: (limit as number) - 1_000_000, max: (limit as number) - 1 }),
      );
    case 'maximum':
      return fc.oneof(
        fc.constant((limit as number) + 1),
        fc.integer({ min: (limit as number) + 1, max: (limit as number) + 1_000_000 }),
      );
    case 'minLength':
      return fc
        .nat((limit as number) - 1)
        .map((length) => text.padEnd(limit as number, text || 'x').slice(0, length));
    case 'maxLength':
      return fc
        .integer({ min: (limit as number) + 1, max: (limit as number) + 40 })
        .map((length) => text.padEnd(length, text.at(-1) ?? 'x'));
    case 'minItems':
      return fc.nat((limit as number) - 1).map((length) => (good as unknown[]).slice(0, length));
    default:
      return undefined;
  }
}

/** A number from a text, so that each case has a seed of its own and can be repeated alone. */
export function seedOf(seed: number, text: string): number {
  let hash = seed | 0;
  for (const character of text) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return hash;
}

/**
 * The bad values for the keywords of one schema, one for each keyword and one `null` more where null is not allowed.
 * @param pointer JSON pointer to the schema in the bundle
 * @param good a value that keeps the schema
 * @param carrier where the value will travel; what cannot travel there is left out
 */
export function badValues(pointer: string, good: unknown, carrier: Carrier, seed: number): BadValue[] {
  const { value: schema } = schemaAt(pointer);
  const travels = (value: unknown) =>
    carrier === 'json' ? true : typeof value !== 'object' && carries[carrier](String(value));
  const wire = carrier !== 'json';
  const found: BadValue[] = [];
  for (const keyword of Object.keys(schema)) {
    const arbitrary = candidates(keyword, schema, good);
    // On the wire everything is text, so a text breaks no type of text.
    if (!arbitrary || (wire && keyword === 'type' && typesOf(schema).includes('string'))) continue;
    const drawn = fc.sample(arbitrary, { seed: seedOf(seed, `${pointer} ${keyword}`), numRuns: 300 });
    const broken = (value: unknown) =>
      brokenRules(pointer, wire ? fromWire(value, schema) : value).map((rule) => rule.keyword);
    const fitting = drawn.filter((value) => travels(value) && broken(value).includes(keyword));
    const value =
      fitting.find((candidate) => broken(candidate).every((name) => name === keyword)) ?? fitting[0];
    if (value !== undefined) found.push({ keyword, value });
  }
  if (!wire && schema.type !== undefined && !typesOf(schema).includes('null')) {
    found.push({ keyword: 'type', variant: 'null', value: null });
  }
  return found;
}

/** How a server reads a text from the wire, as the schema types it. */
function fromWire(value: unknown, schema: Schema): unknown {
  const text = String(value);
  const numeric = typesOf(schema).some((type) => type === 'integer' || type === 'number');
  return numeric && /^-?[0-9]+(\.[0-9]+)?$/.test(text) ? Number(text) : text;
}
