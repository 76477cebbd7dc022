// Hostile input that every part of the project judges alike: contract-tests/vectors/hostile.json, by the mock.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { headOf, hostile } from '../../contract-tests/src/hostile.ts';
import { rawExchange } from '../../contract-tests/src/raw-exchange.ts';
import { operations } from '../../generated/facts.ts';
import { type RunningMock, startMock } from '../../mock/server.ts';

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

it.each(hostile.heads)(
  'a request with $name is $status in the envelope',
  async ({ lines, body, status, field }) => {
    const head = headOf({ lines, body }, 'idg_test_0123456789');
    const answer = await rawExchange(Number(new URL(mock.url).port), head + body);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    const json = JSON.parse(answer.slice(answer.indexOf('\r\n\r\n') + 4));
    expect([json.error.code, Object.keys(json.error.details.validation)]).toEqual([-2, [field]]);
  },
);
