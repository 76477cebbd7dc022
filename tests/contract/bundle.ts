// The bundled contract as the tests read it, and every place in it where a value travels.
import { readFileSync } from 'node:fs';
import { type Basis, basisOf } from '../../foundation/reader/basis.ts';
import {
  type ContractDocument,
  type Example,
  type Header,
  type MediaType,
  type Operation,
  operationsOf,
  type Parameter,
  type Response,
  resolve,
  type Schema,
} from '../../foundation/reader/document.ts';

/** The English bundle, the one that programs read. */
export const contract = JSON.parse(
  readFileSync(new URL('../../generated/strict.en.json', import.meta.url), 'utf8'),
) as ContractDocument;

/** Operations of the gateway by operationId. */
export const operations = new Map(
  operationsOf(contract).map((placed) => [placed.operation.operationId, placed]),
);

/** The operation of this id. @throws Error when the contract has none. */
export function operationOf(id: string): Operation {
  const placed = operations.get(id);
  if (!placed) throw new Error(`The contract has no operation ${id}.`);
  return placed.operation;
}

/** On what an operation as a whole rests. */
export function basisOfOperation(id: string): Basis {
  const { path, method } = operations.get(id) ?? { path: '', method: 'GET' };
  return basisOf(contract, `#/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}`);
}

/** The callback operations of createPayment by operationId. */
export const callbacks = new Map(
  Object.values(operationOf('createPayment').callbacks ?? {})
    .flatMap((callback) => Object.values(resolve(contract, callback)))
    .flatMap((item) => Object.values(item))
    .map((operation) => [operation.operationId, operation]),
);

/** Whether an operation asks for a token; the document's `security` holds where it has none of its own. */
export function needsToken(operation: Operation): boolean {
  const { security } = contract as unknown as { security: unknown[] };
  return (operation.security ?? security).length > 0;
}

const followed = new Map<string, unknown>();

/** Follows a reference inside the contract. */
export function follow<T>(node: T | { $ref: string }): T {
  const reference = (node as { $ref?: string }).$ref;
  if (reference === undefined) return node as T;
  // Walking the examples follows each reference many thousand times.
  const target = followed.get(reference) ?? resolve<T>(contract, node);
  followed.set(reference, target);
  return target as T;
}

/** The responses of an operation by status, references followed. */
export function responsesOf(operation: Operation): Map<string, Response> {
  return new Map(
    Object.entries(operation.responses).map(([status, node]) => [status, follow<Response>(node)]),
  );
}

/** The parameters of an operation, references followed. */
export function parametersOf(operation: Operation): Parameter[] {
  return (operation.parameters ?? []).map((node) => follow<Parameter>(node));
}

/** A place where a value travels: a body, a parameter or a header, with the examples that the contract gives for it. */
export interface Place {
  name: string;
  schema: Schema;
  examples: Record<string, unknown>;
}

interface WithExamples {
  example?: unknown;
  examples?: Record<string, Example | { $ref: string }>;
}

function examplesOf(node: WithExamples): Record<string, unknown> {
  const named = Object.entries(node.examples ?? {}).map(([name, example]) => [
    name,
    follow<Example>(example).value,
  ]);
  return Object.fromEntries(node.example === undefined ? named : [...named, ['example', node.example]]);
}

/** The only media type of a body; a second one would need names of its own. */
function onlyMediaType(name: string, content: Record<string, MediaType>): Place {
  const [media, ...others] = Object.values(content);
  if (!media || others.length > 0) throw new Error(`${name} has not exactly one media type.`);
  return { name, schema: media.schema, examples: examplesOf(media) };
}

/** The places of one operation: `id request`, `id header X`, `id query x`, `id path x`, `id 200`, `id 200 header X`. */
function placesOfOperation(id: string, operation: Operation): Place[] {
  const places = parametersOf(operation).map((parameter) => ({
    name: `${id} ${parameter.in} ${parameter.name}`,
    schema: parameter.schema,
    examples: examplesOf(parameter as WithExamples),
  }));
  if (operation.requestBody) places.push(onlyMediaType(`${id} request`, operation.requestBody.content));
  for (const [status, response] of responsesOf(operation)) {
    for (const [name, node] of Object.entries(response.headers ?? {})) {
      const header = follow<Header>(node);
      places.push({
        name: `${id} ${status} header ${name}`,
        schema: header.schema,
        examples: examplesOf(header as WithExamples),
      });
    }
    if (response.content) places.push(onlyMediaType(`${id} ${status}`, response.content));
  }
  return places;
}

/** Every place of the contract by name; a webhook goes by the name of its event. */
export const places = new Map(
  [
    ...[...operations].flatMap(([id, { operation }]) => placesOfOperation(id, operation)),
    ...[...callbacks].flatMap(([id, operation]) => placesOfOperation(id, operation)),
    ...Object.entries(contract.webhooks).flatMap(([event, { post }]) => placesOfOperation(event, post)),
  ].map((place) => [place.name, place]),
);

/** The place of this name. @throws Error when the contract has none. */
export function placeOf(name: string): Place {
  const place = places.get(name);
  if (!place) throw new Error(`The contract has no place ${name}.`);
  return place;
}
