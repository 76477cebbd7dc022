// Validates values against schemas of the contract by JSON Schema 2020-12, and names the rule that is broken.
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Schema } from '../../../foundation/reader/document.ts';
import { escaped, namesOf, nodeAt, referenceTo, under } from '../../../foundation/reader/pointers.ts';
import { demanded } from './demanded.ts';
import { contract, type Placed, place } from './document.ts';

/** One broken rule of a schema. */
export interface BrokenRule {
  keyword: string;
  /** JSON pointer into the value; for a missing or an undocumented property, the pointer that it has or would have. */
  at: string;
  /** JSON pointer into the bundle, to the keyword; an entry of `required` is named by its value. */
  rule: string;
  /** What the schema holds for the keyword: `100000` for a minimum. */
  limit: unknown;
  /** The schema that holds the keyword. */
  schema: Schema;
}

/** Every object of the bundle with the pointer to it, so that Ajv's schema objects can be found again. */
const pointers = new Map<object, string>();
function remember(node: unknown, pointer: string): void {
  if (typeof node !== 'object' || node === null) return;
  pointers.set(node, pointer);
  for (const [key, child] of Object.entries(node)) remember(child, under(pointer, key));
}
remember(contract, '#');

/** The names of all extensions; what stands inside one is no keyword. */
function extensionNames(node: unknown, names = new Set<string>()): Set<string> {
  if (typeof node !== 'object' || node === null) return names;
  for (const [key, child] of Object.entries(node)) {
    // What stands inside an extension is no keyword of a schema.
    if (key.startsWith('x-')) names.add(key);
    else extensionNames(child, names);
  }
  return names;
}

// A dialect speaks of a field beside the schema that describes it, which Ajv would take for a slip of the pen.
const strict = demanded().length === 0;
const ajv = new Ajv2020({
  strict,
  allowUnionTypes: true,
  allErrors: true,
  verbose: true,
});
addFormats.default(ajv);
// The document is no schema, but Ajv resolves references in it only if it could be one.
ajv.addVocabulary([...new Set([...extensionNames(contract), ...Object.keys(contract)])]);
ajv.addSchema(contract, 'contract');

const compiled = new Map<string, ValidateFunction>();

function validatorOf(pointer: string): ValidateFunction {
  const known = compiled.get(pointer);
  if (known) return known;
  const validate = ajv.compile(referenceTo(pointer, 'contract'));
  compiled.set(pointer, validate);
  return validate;
}

/** Where in the value a rule is broken: Ajv points to the parent of a property that is missing or too much. */
function locationOf({ instancePath, params, propertyName }: ErrorObject): string {
  const property: unknown = params.missingProperty ?? params.additionalProperty ?? propertyName;
  return typeof property === 'string' ? under(instancePath, property) : instancePath;
}

/** The entry of a list of names that is missing in the value, as the end of a pointer. */
function entryOf({ keyword, params }: ErrorObject): string {
  if (keyword === 'required') return `/${escaped(params.missingProperty)}`;
  if (keyword === 'dependentRequired') return `/${escaped(params.property)}`;
  return '';
}

/**
 * The rules of a schema of the bundle that a value breaks; none when it is valid.
 * @param pointer JSON pointer to the schema, as `#/components/schemas/Amount`.
 */
export function brokenRules(pointer: string, value: unknown): BrokenRule[] {
  const validate = validatorOf(pointer);
  validate(value);
  const errors = validate.errors ?? [];
  // `if` and `propertyNames` only announce the errors of what they hold.
  const telling = errors.filter(({ keyword }) => keyword !== 'if' && keyword !== 'propertyNames');
  return (telling.length > 0 ? telling : errors).map((error) => ({
    keyword: error.keyword,
    at: locationOf(error),
    rule: `${pointers.get(error.parentSchema as object) ?? pointer}/${error.keyword}${entryOf(error)}`,
    limit: error.schema,
    schema: error.parentSchema as Schema,
  }));
}

/** The schema that really stands at a pointer of the bundle, references followed. */
export function schemaAt(pointer: string): Placed<Schema> {
  return place<Schema>(nodeAt(contract, pointer) as Schema, pointer);
}

/**
 * Where a rule really stands that a tool without references has named.
 * @param pointer JSON pointer to a schema of the bundle
 * @param path the way from there through schemas as if nothing were a reference: `/properties/amount/minimum`
 */
export function ruleAt(pointer: string, path: string): string {
  return path
    .split('/')
    .slice(1)
    .reduce((found, segment) => `${schemaAt(found).pointer}/${segment}`, pointer);
}

/** Where the schema of a field is named, inside a schema that may refer to others; undefined where it has no such field. */
function namedField(pointer: string, name: string): string | undefined {
  const { value: schema, pointer: at } = schemaAt(pointer);
  if (/^[0-9]+$/.test(name) && schema.items) return `${at}/items`;
  if (schema.properties?.[name]) return `${at}/properties/${name}`;
  const parts = (['allOf', 'oneOf'] as const).flatMap((keyword) =>
    (schema[keyword] ?? []).map((_, index) => `${at}/${keyword}/${index}`),
  );
  for (const part of parts) {
    const found = namedField(part, name);
    if (found) return found;
  }
  return undefined;
}

/**
 * The places in the bundle that name the fields on the way to one, from the outermost to the field itself.
 * @param pointer JSON pointer to the schema of the value
 * @param at JSON pointer into the value, as `/data/transaction/status`
 * @returns as many as the schema has
 */
export function fieldPlaces(pointer: string, at: string): string[] {
  const places: string[] = [];
  for (const name of namesOf(at)) {
    const next = namedField(places.at(-1) ?? pointer, name);
    if (!next) return places;
    places.push(next);
  }
  return places;
}

/** The place in the bundle that names a field of a value, or as near to it as the schema goes. */
export const fieldPointer = (pointer: string, at: string): string =>
  fieldPlaces(pointer, at).at(-1) ?? pointer;
