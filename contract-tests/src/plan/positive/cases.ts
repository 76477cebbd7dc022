// All requests at the edges of what must be accepted: derived from the schemas of the contract, one edge in each.
import { escaped } from '../../../../foundation/reader/pointers.ts';
import { type ContractOperation, operations } from '../../contract/document.ts';
import type { idempotency } from '../../contract/facts.ts';
import { schemaAt } from '../../contract/schemas.ts';
import type { Expectation } from '../../judge/expectation.ts';
import { assumed, basisOfRule, weaker } from '../../judge/word.ts';
import type { Capability } from '../case.ts';
import { edgeValues, type Limits } from './values.ts';

export interface EdgeCase {
  /** `createPayment edge body /mobile pattern 00989123456789`. */
  id: string;
  name: string;
  operation: ContractOperation;
  in: 'body' | 'query' | 'header';
  /** The field, the parameter or the header. */
  field: string;
  value: unknown;
  expectation: Expectation;
  needs: Capability[];
}

type Edge = Pick<EdgeCase, 'in' | 'field' | 'value'> & { name: string; rule: string };

/** What a request refers to is the gateway's to choose. */
const references = new Set(['authority', 'webhook_id']);

/** Headers whose edges mean something by themselves; a signature is good or not. */
const keys: readonly string[] = ['Idempotency-Key', 'X-Idempotency-Key'] satisfies (
  | typeof idempotency.header
  | string
)[];

function bodyEdges({ requestBody }: ContractOperation, limits: Limits): Edge[] {
  if (!requestBody) return [];
  const { properties = {} } = schemaAt(requestBody.schemaPointer).value;
  return Object.keys(properties).flatMap((field): Edge[] => {
    if (references.has(field)) return [];
    const good = requestBody.examples
      .map(({ value }) => (value as Record<string, unknown>)[field])
      .find((value) => value !== undefined);
    const { value: schema, pointer } = schemaAt(`${requestBody.schemaPointer}/properties/${escaped(field)}`);
    const own = edgeValues(pointer, good, limits).map(({ name, keyword, value }) => ({
      in: 'body' as const,
      field,
      value,
      name: `body /${field} ${name}`,
      rule: `${pointer}/${keyword}`,
    }));
    if (!schema.items) return own;
    const items = schemaAt(`${pointer}/items`).pointer;
    const words = edgeValues(items, undefined, limits);
    const lists = [
      ...words.map(({ name, value }) => ({ name: `/0 ${name}`, value: [value] })),
      { name: ' all at once', value: words.map(({ value }) => value) },
    ];
    return [
      ...own,
      ...lists.map(({ name, value }) => ({
        in: 'body' as const,
        field,
        value,
        name: `body /${field}${name}`,
        rule: `${items}/enum`,
      })),
    ];
  });
}

function parameterEdges({ parameters }: ContractOperation, limits: Limits): Edge[] {
  return parameters.flatMap(({ value: parameter, pointer }): Edge[] => {
    const place = parameter.in;
    if (place !== 'query' && !(place === 'header' && keys.includes(parameter.name))) return [];
    const good = parameter.example ?? 'example';
    const schema = schemaAt(`${pointer}/schema`).pointer;
    return edgeValues(schema, good, limits).map(({ name, keyword, value }) => ({
      in: place as 'query' | 'header',
      field: parameter.name,
      value,
      name: `${place} ${parameter.name} ${name}`,
      rule: `${schema}/${keyword}`,
    }));
  });
}

/** Every edge of every operation, in the order of the document. */
export function edgeCases(limits: Limits): EdgeCase[] {
  return operations.flatMap((operation) =>
    [...parameterEdges(operation, limits), ...bodyEdges(operation, limits)].map(
      ({ name, rule, ...edge }): EdgeCase => ({
        id: `${operation.id} edge ${name}`,
        name: `edge ${name}`,
        operation,
        ...edge,
        expectation: {
          status: operation.facts.successStatus,
          // A word of a list may be new; that all that are written down are taken is as firm as the list.
          basis: edge.in === 'header' ? weaker(basisOfRule(rule), assumed(3, 31)) : basisOfRule(rule),
        },
        needs: [
          ...(operation.method === 'POST' ? (['write'] as const) : []),
          ...(operation.facts.undocumented ? (['undocumented'] as const) : []),
        ],
      }),
    ),
  );
}
