// The mock gives every named example of every status of every operation, exactly as the contract has it.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ContractDocument, operationsOf } from '../../foundation/reader/document.ts';
import { type RunningMock, startMock } from '../../mock/server.ts';
import { examplesOf, expectExample, validRequest } from './requests.ts';

const contract = JSON.parse(
  readFileSync(new URL('../../generated/strict.en.json', import.meta.url), 'utf8'),
) as ContractDocument;

const cases = examplesOf(contract);

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

describe('every example of the contract can be asked for', () => {
  it('covers every operation', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(operationsOf(contract).length);
  });

  it.each(cases)('$id $status $name', async (example) => {
    await expectExample(mock.url, contract, example);
  });
});

describe('without a preference, a request that keeps every rule succeeds', () => {
  it.each(operationsOf(contract))('$operation.operationId', async (placed) => {
    const { path, init } = validRequest(contract, placed);
    const response = await fetch(mock.url + path, init);
    expect(response.status).toBe(placed.operation.responses['201'] ? 201 : 200);
  });
});
