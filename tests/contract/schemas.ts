// Walks every schema of the bundle and sorts its keywords into rules, structure and remarks.

import type { Schema } from '../../foundation/reader/document.ts';
import { escaped } from '../../foundation/reader/pointers.ts';
import { contract } from './bundle.ts';

/** Keywords that hold schemas, and how. */
const applicators: Record<string, 'one' | 'list' | 'map'> = {
  properties: 'map',
  additionalProperties: 'one',
  propertyNames: 'one',
  items: 'one',
  allOf: 'list',
  oneOf: 'list',
  // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema
  then: 'one',
  else: 'one',
};

/** Keywords that can refuse a value. `then` and `else` refuse by what stands in them. */
const rules = new Set([
  'type',
  'const',
  'enum',
  'format',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'minProperties',
  'required',
  'additionalProperties',
  'propertyNames',
  'dependentRequired',
  'oneOf',
]);

/** Keywords that never refuse a value by themselves. */
const remarks = new Set(['$ref', 'description', 'default', 'if']);

/** A schema of the bundle and the JSON pointer to it. */
export interface PlacedSchema {
  pointer: string;
  schema: Schema;
}

/** The schemas that stand directly in a schema, by the pointer below it. */
export function childrenOf(schema: Schema): PlacedSchema[] {
  return Object.entries(applicators).flatMap(([keyword, kind]) => {
    const held = schema[keyword];
    if (typeof held !== 'object' || held === null) return [];
    if (kind === 'one') return [{ pointer: `/${keyword}`, schema: held as Schema }];
    return Object.entries(held as Record<string, Schema>).map(([key, child]) => ({
      pointer: `/${keyword}/${escaped(key)}`,
      schema: child,
    }));
  });
}

/**
 * The keywords of a schema that can refuse a value.
 * @throws Error on a keyword that this file does not know: somebody has to say what it means for the tests.
 */
export function rulesOf({ pointer, schema }: PlacedSchema): string[] {
  return Object.keys(schema).filter((keyword) => {
    if (keyword === 'additionalProperties') return schema.additionalProperties === false;
    if (rules.has(keyword)) return true;
    if (keyword in applicators || remarks.has(keyword) || keyword.startsWith('x-')) return false;
    throw new Error(`tests/contract/schemas.ts does not know the keyword ${keyword} at ${pointer}.`);
  });
}

function* withDescendants(placed: PlacedSchema): Generator<PlacedSchema> {
  yield placed;
  for (const child of childrenOf(placed.schema)) {
    yield* withDescendants({ pointer: placed.pointer + child.pointer, schema: child.schema });
  }
}

/** Where schemas begin: the named ones, and whatever a parameter, a header or a media type calls its `schema`. */
function* rootsIn(node: unknown, pointer: string): Generator<PlacedSchema> {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, child] of Object.entries(node)) {
    const at = `${pointer}/${escaped(key)}`;
    if (pointer === '#/components/schemas' || key === 'schema') yield { pointer: at, schema: child };
    else if (key !== 'examples' && key !== 'example') yield* rootsIn(child, at);
  }
}

/** Every schema of the bundle by its JSON pointer. */
export const schemas: PlacedSchema[] = [...rootsIn(contract, '#')].flatMap((root) => [
  ...withDescendants(root),
]);

const pointers = new Map(schemas.map(({ schema, pointer }) => [schema, pointer]));

/** The JSON pointer of a schema object of the bundle. */
export function pointerOf(schema: Schema): string {
  const pointer = pointers.get(schema);
  if (pointer === undefined) throw new Error('This schema is no part of the bundle.');
  return pointer;
}
