// Breaks each rule of a request body, one at a time.

import type { Basis } from '../../../../foundation/reader/basis.ts';
import type { Schema } from '../../../../foundation/reader/document.ts';
import { escaped } from '../../../../foundation/reader/pointers.ts';
import type { ContractOperation } from '../../contract/document.ts';
import { sandbox } from '../../contract/facts.ts';
import { schemaAt } from '../../contract/schemas.ts';
import { assumed, basisOfRule, weaker } from '../../judge/word.ts';
import type { TestCase } from '../case.ts';
import { type Draft, draftOf } from '../draft.ts';
import { badValues, seedOf } from './values.ts';

type JsonObject = Record<string, unknown>;

/** One way to break a body: where, which keyword, and the body that does it. */
interface BrokenBody {
  name: string;
  field?: string;
  rule: string;
  json: unknown;
  /** What it rests on that this is refused, when the rule alone does not say it. */
  basis?: Basis;
}

/** That null is no way to leave a field out is assumed, whatever its type rests on. */
const ofVariant = (variant: string | undefined, rule: string): Pick<BrokenBody, 'basis'> =>
  variant === 'null' ? { basis: weaker(basisOfRule(rule), assumed(22)) } : {};

/** The first good value of a property that the examples of an operation have. */
function exampleOf(operation: ContractOperation, property: string): unknown {
  return operation.requestBody?.examples
    .map(({ value }) => (value as JsonObject)[property])
    .find((value) => value !== undefined);
}

function brokenItems(
  { items }: Schema,
  pointer: string,
  good: unknown,
  seed: number,
): { name: string; rule: string; value: unknown; basis?: Basis }[] {
  if (!items || !Array.isArray(good)) return [];
  const { pointer: itemPointer } = schemaAt(`${pointer}/items`);
  const [first, ...others] = good;
  return badValues(itemPointer, first, 'json', seed).map(({ keyword, variant, value }) => ({
    name: `/0 ${variant ?? keyword}`,
    rule: `${itemPointer}/${keyword}`,
    value: [value, ...others],
    ...ofVariant(variant, `${itemPointer}/${keyword}`),
  }));
}

function brokenProperty(
  operation: ContractOperation,
  base: JsonObject,
  property: string,
  pointer: string,
  seed: number,
): BrokenBody[] {
  const good = exampleOf(operation, property);
  const at = `/${escaped(property)}`;
  const { value: schema } = schemaAt(pointer);
  const own = badValues(pointer, good, 'json', seedOf(seed, `${operation.id} ${property}`)).map(
    ({ keyword, variant, value }) => ({
      name: `${at} ${variant ?? keyword}`,
      rule: `${pointer}/${keyword}`,
      value,
      ...ofVariant(variant, `${pointer}/${keyword}`),
    }),
  );
  const inner = brokenItems(schema, pointer, good, seed).map(({ name, ...item }) => ({
    name: `${at}${name}`,
    ...item,
  }));
  return [...own, ...inner].map(({ name, value, ...rest }) => ({
    name: `body ${name}`,
    field: property,
    json: { ...base, [property]: value },
    ...rest,
  }));
}

/** Every way to break the schema of a body, each with the body that breaks just that. */
function brokenBodies(operation: ContractOperation, pointer: string, seed: number): BrokenBody[] {
  const { value: schema } = schemaAt(pointer);
  const base = operation.requestBody?.examples[0]?.value as JsonObject;
  const whole = badValues(pointer, base, 'json', seedOf(seed, operation.id))
    .filter(({ keyword }) => keyword === 'type')
    .map(({ variant, value }) => ({
      name: `body ${variant ?? 'type'}`,
      rule: `${pointer}/type`,
      json: value,
      ...ofVariant(variant, `${pointer}/type`),
    }));
  const missing = (schema.required ?? []).map((property) => {
    const { [property]: _, ...json } = base;
    const rule = `${pointer}/required/${escaped(property)}`;
    return { name: `body /${property} required`, field: property, rule, json };
  });
  const properties = Object.keys(schema.properties ?? {}).flatMap((property) =>
    brokenProperty(
      operation,
      base,
      property,
      schemaAt(`${pointer}/properties/${escaped(property)}`).pointer,
      seed,
    ),
  );
  const unknown = 'not_in_the_contract';
  const additional =
    schema.additionalProperties === false
      ? [
          {
            name: 'body additionalProperties',
            field: unknown,
            rule: `${pointer}/additionalProperties`,
            json: { ...base, [unknown]: 1 },
            // Nothing is said of a field that nobody has asked for.
            basis: assumed(22),
          },
        ]
      : [];
  return [...whole, ...missing, ...properties, ...additional];
}

/** Bodies that cannot be read at all (docs/decisions/0041). */
function unreadableBodies(
  operation: ContractOperation,
): (Omit<TestCase, 'id' | 'tokenKnown'> & { name: string })[] {
  const draft = draftOf(operation);
  const good = Buffer.from(JSON.stringify((draft.body as { json: unknown }).json));
  const sent = (bytes: Uint8Array, headers: Draft['headers'] = {}): Draft => ({
    ...draft,
    headers,
    body: { bytes },
  });
  const rows: [name: string, draft: Draft, field: string][] = [
    ['body cut in the middle', sent(good.subarray(0, good.length - 2)), 'body'],
    ['body with a comma too much', sent(Buffer.from('{"a":1,}')), 'body'],
    [
      'body that is no UTF-8',
      sent(Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff]), Buffer.from('"}')])),
      'body',
    ],
    ['body of another content type', sent(good, { 'Content-Type': 'text/plain' }), 'content_type'],
    ['body without a content type', sent(good, { 'Content-Type': null }), 'content_type'],
    [
      'body that is too large',
      sent(Buffer.from(JSON.stringify({ a: 'x'.repeat(sandbox.body_limit_bytes) }))),
      'body',
    ],
  ];
  return rows.map(([name, draft, field]) => ({
    name,
    draft,
    expectation: { errors: ['ErrorMalformedBody'], fields: [field], basis: assumed(25, 41) },
    needs: [],
    rule: '#/components/schemas/ErrorMalformedBody',
  }));
}

/** The cases that break the body of an operation; none when it has no body. */
export function bodyCases(operation: ContractOperation, seed: number): Omit<TestCase, 'id' | 'tokenKnown'>[] {
  const { requestBody } = operation;
  if (!requestBody) return [];
  const draft = draftOf(operation);
  const { body: _, ...bodiless } = draft;
  const broken = brokenBodies(operation, requestBody.schemaPointer, seed).map(
    ({ name, field, rule, json, basis = basisOfRule(rule) }): Omit<TestCase, 'id' | 'tokenKnown'> => ({
      name,
      draft: { ...draft, body: { json } },
      expectation: { errors: ['ErrorValidation'], ...(field && { fields: [field] }), basis },
      needs: [],
      rule,
    }),
  );
  const none: Omit<TestCase, 'id' | 'tokenKnown'> = {
    name: 'body missing',
    draft: bodiless,
    // No body is no JSON, and no value either; the contract does not say which comes first.
    expectation: {
      errors: ['ErrorMalformedBody', 'ErrorValidation'],
      basis: basisOfRule(`${requestBody.pointer}/required`),
      codeBasis: assumed(25, 41),
    },
    needs: [],
    rule: `${requestBody.pointer}/required`,
  };
  return [...broken, ...(requestBody.required ? [none] : []), ...unreadableBodies(operation)];
}
