// Validates values against schemas of the bundle by JSON Schema 2020-12, with nothing tolerated that the contract does not say.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Schema } from '../../foundation/reader/document.ts';
import { referenceTo } from '../../foundation/reader/pointers.ts';
import { contract } from './bundle.ts';
import { pointerOf, schemas } from './schemas.ts';

/** One broken rule: the keyword, where in the value, and the schema that holds the keyword. */
export interface Finding {
  keyword: string;
  at: string;
  rule: string;
  message: string;
}

function ajvOverContract(coerceTypes: boolean): Ajv2020 {
  const ajv = new Ajv2020({
    strict: true,
    allowUnionTypes: true,
    allErrors: true,
    verbose: true,
    coerceTypes,
  });
  addFormats.default(ajv);
  const ours = schemas.flatMap(({ schema }) =>
    Object.keys(schema).filter((keyword) => keyword.startsWith('x-')),
  );
  // The document is no schema, but Ajv resolves references in it only if it could be one.
  ajv.addVocabulary([...new Set([...ours, ...Object.keys(contract)])]);
  return ajv.addSchema(contract, 'contract');
}

const strict = ajvOverContract(false);
const coercing = ajvOverContract(true);
const compiled = new Map<Schema, ValidateFunction>();

/** The rules of a schema of the bundle that a value breaks; none when it is valid. */
export function check(schema: Schema, value: unknown): Finding[] {
  const validate = compiled.get(schema) ?? strict.compile(referenceTo(pointerOf(schema), 'contract'));
  compiled.set(schema, validate);
  validate(value);
  return (validate.errors ?? []).map(({ keyword, instancePath, parentSchema, message }) => ({
    keyword,
    at: instancePath,
    rule: `${pointerOf(parentSchema as Schema)}/${keyword}`,
    message: `${instancePath || 'the value'} ${message}`,
  }));
}

/** Reads texts from the wire (a header, a query, a form) as a schema of the bundle types them. */
export function readFromWire(schema: Schema, texts: unknown): unknown {
  // Ajv coerces only inside something that holds the value.
  const holder = { value: structuredClone(texts) };
  coercing.compile({ type: 'object', properties: { value: referenceTo(pointerOf(schema), 'contract') } })(
    holder,
  );
  return holder.value;
}
