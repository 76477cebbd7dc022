// The bundled contract as the contract tests read it: each operation with its answers, and where they stand.

import type { Basis } from '../../../foundation/reader/basis.ts';
import {
  componentName,
  type Example,
  type Header,
  type MediaType,
  type Operation,
  operationsOf,
  type Parameter,
  type Response,
  resolve,
} from '../../../foundation/reader/document.ts';
import { escaped } from '../../../foundation/reader/pointers.ts';
import { bundle } from './bundle.ts';
import { operations as facts, type OperationId } from './facts.ts';

/** The English bundle, the one that programs read. */
export const contract = bundle('en');

/** Something of the bundle with the JSON pointer to where it really stands, references followed. */
export interface Placed<T> {
  value: T;
  pointer: string;
}

/** Follows a reference, and keeps the pointer to what it leads to. */
export function place<T>(node: T | { $ref: string }, pointer: string): Placed<T> {
  if (typeof node === 'object' && node !== null && '$ref' in node && typeof node.$ref === 'string') {
    return place(resolve<T>(contract, node), node.$ref);
  }
  return { value: node as T, pointer };
}

/** A named example with its value, and the name of the component that holds it. */
export interface NamedExample {
  name: string;
  component: string;
  value: unknown;
  pointer: string;
}

function examplesOf(media: MediaType, pointer: string): NamedExample[] {
  return Object.entries(media.examples ?? {}).map(([name, node]) => {
    const found = place<Example>(node, `${pointer}/examples/${name}`);
    return {
      name,
      component: componentName(node as { $ref?: string }) ?? name,
      value: found.value.value,
      pointer: found.pointer,
    };
  });
}

/** One documented answer of an operation. */
export interface DocumentedResponse {
  status: number;
  pointer: string;
  /** Each with the pointer to where this answer names it, and to the header itself, which others may share. */
  headers: { name: string; header: Header; use: string; pointer: string; schemaPointer: string }[];
  mediaType: string;
  schemaPointer: string;
  /** The names of the schemas that the body may have; several for a status with several errors. */
  schemas: Placed<unknown>[];
  examples: NamedExample[];
}

/** One operation of the gateway as the judge and the plans need it. */
export interface ContractOperation {
  id: OperationId;
  method: 'GET' | 'POST';
  /** With its placeholders: `/v2/payments/{authority}`. */
  path: string;
  pointer: string;
  /** What the operation as a whole rests on, when no place of the contract says it. */
  ground?: Basis;
  facts: (typeof facts)[OperationId];
  parameters: Placed<Parameter>[];
  requestBody?: { required: boolean; pointer: string; schemaPointer: string; examples: NamedExample[] };
  responses: Map<number, DocumentedResponse>;
}

function documentedResponse(
  status: string,
  node: Response | { $ref: string },
  at: string,
): DocumentedResponse {
  const { value: response, pointer } = place<Response>(node, at);
  const headers = Object.entries(response.headers ?? {}).map(([name, headerNode]) => {
    const use = `${pointer}/headers/${escaped(name)}`;
    const header = place<Header>(headerNode, use);
    const schemaPointer = `${header.pointer}/schema`;
    return { name, header: header.value, use, pointer: header.pointer, schemaPointer };
  });
  const [entry] = Object.entries(response.content ?? {});
  if (!entry) throw new Error(`${at} documents no body.`);
  const [mediaType, media] = entry;
  const mediaPointer = `${pointer}/content/${escaped(mediaType)}`;
  const schemaPointer = `${mediaPointer}/schema`;
  const options = media.schema.oneOf ?? [media.schema];
  return {
    status: Number(status),
    pointer,
    headers,
    mediaType,
    schemaPointer,
    schemas: options.map((option) => place<unknown>(option, schemaPointer)),
    examples: examplesOf(media, mediaPointer),
  };
}

function contractOperation(path: string, method: 'GET' | 'POST', operation: Operation): ContractOperation {
  const pointer = `#/paths/${escaped(path)}/${method.toLowerCase()}`;
  const id = operation.operationId as OperationId;
  const media = operation.requestBody?.content['application/json'];
  const mediaPointer = `${pointer}/requestBody/content/application~1json`;
  return {
    id,
    method,
    path,
    pointer,
    facts: facts[id],
    parameters: (operation.parameters ?? []).map((node, index) =>
      place<Parameter>(node, `${pointer}/parameters/${index}`),
    ),
    ...(media && {
      requestBody: {
        required: operation.requestBody?.required ?? false,
        pointer: `${pointer}/requestBody`,
        schemaPointer: place<unknown>(media.schema, `${mediaPointer}/schema`).pointer,
        examples: examplesOf(media, mediaPointer),
      },
    }),
    responses: new Map(
      Object.entries(operation.responses).map(([status, node]) => [
        Number(status),
        documentedResponse(status, node, `${pointer}/responses/${status}`),
      ]),
    ),
  };
}

/** Every operation of the gateway, in the order of the document. */
export const operations: ContractOperation[] = operationsOf(contract).map(({ path, method, operation }) =>
  contractOperation(path, method, operation),
);

const byId = new Map(operations.map((operation) => [operation.id, operation]));

/** The operation of this id. @throws Error when the contract has none. */
export function operationOf(id: OperationId): ContractOperation {
  const operation = byId.get(id);
  if (!operation) throw new Error(`The contract has no operation ${id}.`);
  return operation;
}

const routes = operations.map((operation) => ({
  operation,
  pattern: new RegExp(operation.facts.pathPattern),
}));

/** The operation that a method and a path (with or without a query) belong to, if any. */
export function matchOperation(method: string, path: string): ContractOperation | undefined {
  const [plain = ''] = path.split('?');
  return routes.find((route) => route.operation.method === method && route.pattern.test(plain))?.operation;
}
