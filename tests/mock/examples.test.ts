// The mock gives every named example of every status of every operation, exactly as the contract has it.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type ContractDocument,
  type Example,
  isDemanded,
  operationsOf,
  type Parameter,
  type PlacedOperation,
  type Response,
  resolve,
} from '../../scripts/generate/document.ts';
import { type RunningMock, startMock } from '../../scripts/mock/server.ts';

const contract = JSON.parse(
  readFileSync(new URL('../../generated/strict.en.json', import.meta.url), 'utf8'),
) as ContractDocument;

/** A request that keeps every rule of its operation, made of the contract's own examples. */
function validRequest({ path, method, operation }: PlacedOperation): { path: string; init: RequestInit } {
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

const cases = operationsOf(contract).flatMap((placed) =>
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

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

describe('every example of the contract can be asked for', () => {
  it('covers every operation', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(operationsOf(contract).length);
  });

  it.each(cases)('$id $status $name', async ({ placed, status, name, type, value }) => {
    const { path, init } = validRequest(placed);
    const headers = { ...init.headers, Prefer: `code=${status}, example=${name}` };
    const response = await fetch(mock.url + path, { ...init, headers });
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toContain(type);
    expect(type.includes('json') ? await response.json() : await response.text()).toEqual(value);
  });
});

describe('without a preference, a request that keeps every rule succeeds', () => {
  it.each(operationsOf(contract))('$operation.operationId', async (placed) => {
    const { path, init } = validRequest(placed);
    const response = await fetch(mock.url + path, init);
    expect(response.status).toBe(placed.operation.responses['201'] ? 201 : 200);
  });
});
