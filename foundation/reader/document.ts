// The bundled contract as a typed tree, with the few look-ups that the generators need.
import { nodeAt } from './pointers.ts';

/** A schema of the bundle; only the keywords that generators look at. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  const?: unknown;
  enum?: unknown[];
  default?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  allOf?: Schema[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  items?: Schema;
  [keyword: string]: unknown;
}

export interface Example {
  summary: string;
  value: unknown;
}

export interface MediaType {
  schema: Schema;
  examples?: Record<string, Example | { $ref: string }>;
}

export interface Header {
  $ref?: string;
  required?: boolean;
  description?: string;
  schema: Schema;
  'x-present-when'?: string;
}

/** A call that an answer makes possible, and what of the answer it needs. */
export interface Link {
  operationId: string;
  description: string;
  parameters?: Record<string, unknown>;
  requestBody?: unknown;
}

export interface Response {
  description: string;
  headers?: Record<string, Header | { $ref: string }>;
  content?: Record<string, MediaType>;
  links?: Record<string, Link | { $ref: string }>;
  [extension: `x-${string}`]: unknown;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
  [keyword: string]: unknown;
}

/** Whether a request must carry a parameter: by its own name, or else by that of an alias. */
export function isDemanded(parameter: Parameter): boolean {
  return parameter.required === true || parameter['x-required-by-any-name'] === true;
}

export interface Operation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  security?: Record<string, string[]>[];
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { required?: boolean; content: Record<string, MediaType> };
  responses: Record<string, Response | { $ref: string }>;
  callbacks?: Record<string, Record<string, PathItem> | { $ref: string }>;
  'x-rate-limit'?: string[];
  'x-codeSamples'?: { lang: string; label: string; source: string }[];
}

export type PathItem = Partial<Record<'get' | 'post', Operation>>;

/** The bundle that redocly makes of openapi/openapi.yaml in one language. */
export interface ContractDocument {
  openapi: string;
  info: { title: string; version: string; description: string };
  security?: Record<string, string[]>[];
  servers: { url: string; description: string; 'x-environment': string }[];
  paths: Record<string, PathItem>;
  webhooks: Record<string, { post: Operation }>;
  components: { schemas: Record<string, Schema>; [kind: string]: Record<string, unknown> };
  [extension: `x-${string}`]: unknown;
}

/**
 * Follows a `$ref` inside the document; anything else comes back as it is.
 * @throws Error when the reference points nowhere.
 */
export function resolve<T>(document: ContractDocument, node: T | { $ref: string }): T {
  if (typeof node !== 'object' || node === null || !('$ref' in node) || typeof node.$ref !== 'string') {
    return node as T;
  }
  const found = nodeAt(document, node.$ref);
  if (found === undefined) throw new Error(`The reference ${node.$ref} points nowhere.`);
  return resolve(document, found as T);
}

/** The name of the component that a `$ref` points to, or undefined when the node is not a reference. */
export function componentName(node: { $ref?: string }): string | undefined {
  return node.$ref?.split('/').at(-1);
}

export interface PlacedOperation {
  path: string;
  method: 'GET' | 'POST';
  operation: Operation;
}

/** Every operation of the gateway with its place, in the order of the document. */
export function operationsOf(document: ContractDocument): PlacedOperation[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    (['get', 'post'] as const).flatMap((method) => {
      const operation = item[method];
      return operation ? [{ path, method: method.toUpperCase() as 'GET' | 'POST', operation }] : [];
    }),
  );
}

/** The error schemas that a response may carry, by name; a success response carries none. */
export function errorSchemasOf(document: ContractDocument, response: Response): string[] {
  const schema = response.content?.['application/json']?.schema;
  if (!schema) return [];
  return (schema.oneOf ?? [schema]).flatMap((option) => {
    const name = componentName(option);
    return name && document.components.schemas[name]?.['x-status-code'] ? [name] : [];
  });
}
