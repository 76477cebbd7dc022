// Walks a value along its schema: which schema of the bundle judges which part of the value.
import type { Schema } from '../../foundation/reader/document.ts';
import { follow } from './bundle.ts';
import { check } from './validator.ts';

/** A part of a value and one schema that judges it. */
export interface Site {
  schema: Schema;
  path: string[];
  value: unknown;
}

/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Every part of a valid value with every schema that judges it; conditional schemas (`then`, `else`) are left out. */
export function* sitesOf(schema: Schema, value: unknown, path: string[] = []): Generator<Site> {
  yield { schema, path, value };
  if (schema.$ref) yield* sitesOf(follow<Schema>({ $ref: schema.$ref }), value, path);
  for (const part of schema.allOf ?? []) yield* sitesOf(part, value, path);
  for (const option of schema.oneOf ?? []) {
    if (check(option, value).length === 0) yield* sitesOf(option, value, path);
  }
  if (Array.isArray(value) && schema.items && value.length > 0) {
    yield* sitesOf(schema.items, value[0], [...path, '0']);
  }
  if (!isObject(value)) return;
  for (const [key, child] of Object.entries(value)) {
    const own = schema.properties?.[key];
    if (own) yield* sitesOf(own, child, [...path, key]);
    else if (isObject(schema.additionalProperties))
      yield* sitesOf(schema.additionalProperties, child, [...path, key]);
  }
}

/** Every schema that can judge a part of some value of this schema; conditional schemas are left out. */
export function* reachableFrom(schema: Schema): Generator<Schema> {
  yield schema;
  if (schema.$ref) yield* reachableFrom(follow<Schema>({ $ref: schema.$ref }));
  const held = [
    ...(schema.allOf ?? []),
    ...(schema.oneOf ?? []),
    ...(schema.items ? [schema.items] : []),
    ...(isObject(schema.additionalProperties) ? [schema.additionalProperties as Schema] : []),
    ...Object.values(schema.properties ?? {}),
  ];
  for (const child of held) yield* reachableFrom(child);
}

/** A copy of a value with another part at a path; a missing property is added. */
export function withPart(value: unknown, [key, ...rest]: string[], part: unknown): unknown {
  if (key === undefined) return part;
  if (Array.isArray(value))
    return value.map((item, index) => (index === Number(key) ? withPart(item, rest, part) : item));
  if (!isObject(value)) throw new Error(`There is no place for ${key} in ${JSON.stringify(value)}.`);
  return { ...value, [key]: withPart(value[key], rest, part) };
}
