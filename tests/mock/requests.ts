// Requests that keep every rule of their operation, made of the contract's own examples, and all examples to ask for.
import { expect } from 'vitest';
import {
  type ContractDocument,
  type Example,
  isDemanded,
  operationsOf,
  type Parameter,
  type PlacedOperation,
  type Response,
  resolve,
} from '../../foundation/reader/document.ts';

/** A request that keeps every rule of its operation. */
export function validRequest(
  contract: ContractDocument,
  { path, method, operation }: PlacedOperation,
): { path: string; init: RequestInit & { headers: Record<string, string> } } {
  const parameters = (operation.parameters ?? []).map((node) => resolve<Parameter>(contract, node));
  const headers: Record<string, string> = { Authorization: 'Bearer idg_test_0123456789' };
  let filled = path;
  for (const parameter of parameters) {
    const { name, in: place, example } = parameter;
    if (place === 'path') filled = filled.replace(`{${name}}`, String(example));
    if (place === 'header' && isDemanded(parameter)) headers[name] = String(example);
  }
  const [body] = Object.values(operation.requestBody?.content['application/json']?.examples ?? {});
  if (!body) return { path: filled, init: { method, headers } };
  const text = JSON.stringify(resolve<Example>(contract, body).value);
  return {
    path: filled,
    init: { method, headers: { ...headers, 'Content-Type': 'application/json' }, body: text },
  };
}

/** Every named example of every status of every operation. */
export const examplesOf = (contract: ContractDocument) =>
  operationsOf(contract).flatMap((placed) =>
    Object.entries(placed.operation.responses).flatMap(([status, node]) => {
      const content = Object.entries(resolve<Response>(contract, node).content ?? {});
      return content.flatMap(([type, media]) =>
        Object.entries(media.examples ?? {}).map(([name, example]) => ({
          id: placed.operation.operationId,
          status: Number(status),
          name,
          type,
          placed,
          value: resolve<Example>(contract, example).value,
        })),
      );
    }),
  );

/** Asks a mock for one of the examples, and expects to get it. */
export async function expectExample(
  url: string,
  contract: ContractDocument,
  { placed, status, name, type, value }: ReturnType<typeof examplesOf>[number],
): Promise<void> {
  const { path, init } = validRequest(contract, placed);
  const headers = { ...init.headers, Prefer: `code=${status}, example=${name}` };
  const response = await fetch(url + path, { ...init, headers });
  expect(response.status).toBe(status);
  expect(response.headers.get('content-type')).toContain(type);
  expect(type.includes('json') ? await response.json() : await response.text()).toEqual(value);
}
