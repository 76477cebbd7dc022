// The parts of an OpenAPI document that the site reads.

export interface Reference {
  $ref: string;
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header' | 'cookie';
  required?: boolean;
  example?: unknown;
  schema?: { examples?: unknown[] };
}

export interface Operation {
  operationId?: string;
  parameters?: (Parameter | Reference)[];
  requestBody?: { content: Record<string, { examples?: Record<string, { value: unknown } | Reference> }> };
  security?: object[];
  [extension: `x-${string}`]: unknown;
}

export interface OpenApiDocument {
  info: { title: string; version: string; summary?: string };
  servers: { url: string }[];
  security?: object[];
  tags?: { name: string; [extension: `x-${string}`]: unknown }[];
  paths: Record<string, Record<string, unknown>>;
}

const methods = ['get', 'put', 'post', 'delete', 'patch'];

/** Every operation below `paths`, with its path and method. */
export function operations(
  document: OpenApiDocument,
): { path: string; method: string; operation: Operation }[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.includes(method))
      .map(([method, operation]) => ({ path, method, operation: operation as Operation })),
  );
}

/**
 * What a reference inside the document points to, or the value itself when it is not one.
 * @throws Error when it points to nothing
 */
export function resolve<Value extends object>(document: OpenApiDocument, value: Value | Reference): Value {
  if (!('$ref' in value)) return value;
  const steps = value.$ref.slice(2).split('/');
  const found = steps.reduce<unknown>(
    (node, step) => (node as Record<string, unknown>)?.[step.replaceAll('~1', '/').replaceAll('~0', '~')],
    document,
  );
  if (found === undefined) throw new Error(`The contract has nothing at ${value.$ref}.`);
  return resolve(document, found as Value | Reference);
}
