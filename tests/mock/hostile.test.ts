// Hostile bodies that every part of the project judges alike: contract-tests/vectors/hostile.json, by the mock.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { hostile } from '../../contract-tests/src/hostile.ts';
import { operations } from '../../generated/facts.ts';
import { type RunningMock, startMock } from '../../scripts/mock/server.ts';

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

it.each(hostile.bodies)('a body with $name is $status', async ({ bytes, status, field }) => {
  const { method, path } = operations.createPayment;
  const response = await fetch(mock.url + path, {
    method,
    headers: {
      Authorization: 'Bearer idg_test_0123456789',
      'Content-Type': 'application/json',
      'Idempotency-Key': 'order-1',
    },
    body: new Uint8Array(bytes),
  });
  const json = (await response.json()) as { error?: { details: { validation: object } } };
  expect(response.status, JSON.stringify(json)).toBe(status);
  // Of fields the mock knows examples only; of what cannot be read it names the field itself.
  if (status === 400) expect(Object.keys(json.error?.details.validation ?? {})).toEqual([field]);
});
