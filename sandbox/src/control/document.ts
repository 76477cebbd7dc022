// The document of the control API as the sandbox reads it: generated/sandbox-control.json.
import { readFileSync } from 'node:fs';
import { nodeAt } from '../../../foundation/reader/pointers.ts';
import type { operations } from '../../../generated/sandbox-control.ts';

export type ControlOperation = keyof operations;

interface Parameter {
  name: string;
  in: 'path' | 'query';
  required?: boolean;
  schema: { type?: string };
}

interface Operation {
  operationId: ControlOperation;
  parameters?: (Parameter | { $ref: string })[];
  requestBody?:
    | { required?: boolean; content: { 'application/json': { schema: object } } }
    | { $ref: string };
  responses: Record<string, { content?: { 'application/json': { schema: object } } } | { $ref: string }>;
}

type Method = 'get' | 'post' | 'delete';

const file = new URL('../../../generated/sandbox-control.json', import.meta.url);

export const controlDocument = JSON.parse(readFileSync(file, 'utf8')) as {
  paths: Record<string, Partial<Record<Method, Operation>> & { parameters?: Operation['parameters'] }>;
};

/** Follows a `$ref` inside the document. */
export function resolved<T extends object>(node: T | { $ref: string }): T {
  if (!('$ref' in node)) return node;
  return resolved(nodeAt(controlDocument, node.$ref as string) as T);
}

export interface PlacedOperation {
  id: ControlOperation;
  method: 'GET' | 'POST' | 'DELETE';
  path: string;
  parameters: Parameter[];
  body: object | undefined;
  successStatus: number;
}

/** Every operation with its place. */
export const controlOperations: PlacedOperation[] = Object.entries(controlDocument.paths).flatMap(
  ([path, item]) =>
    (['get', 'post', 'delete'] as const).flatMap((method) => {
      const operation = item[method];
      if (!operation) return [];
      const body = operation.requestBody && resolved(operation.requestBody);
      return [
        {
          id: operation.operationId,
          method: method.toUpperCase() as PlacedOperation['method'],
          path,
          parameters: [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((node) =>
            resolved<Parameter>(node),
          ),
          body: body?.content['application/json'].schema,
          successStatus: Number(Object.keys(operation.responses).find((status) => /^2\d\d$/.test(status))),
        },
      ];
    }),
);
