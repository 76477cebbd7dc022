// Every operation against the mock: each success and each documented error of the contract arrives with its type.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../generated/client-facts.ts';
import { type RunningMock, startMock } from '../../mock/server.ts';
import { createClient, type OperationName } from '../src/index.ts';
import { answers, inputs } from './contract-answers.ts';
import { order, secretKey, token } from './shop.ts';

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

/** The key of the contract's examples: the mock answers with it, whatever key it gets. */
const options = { idempotencyKey: 'unique-key-123' };

/** A client whose requests ask the mock for one example. */
function asking(status: number, example: string) {
  const prefer = { Prefer: `code=${status}, example=${example}` };
  return createClient({
    token,
    environment: 'sandbox',
    baseUrl: mock.url,
    retries: 0,
    fetch: (url, init) => fetch(url, { ...init, headers: { ...(init?.headers as object), ...prefer } }),
  }) as unknown as Record<OperationName, (input: unknown, options: object) => Promise<object>>;
}

describe.each(Object.keys(operations) as OperationName[])('%s', (name) => {
  const own = answers.filter((one) => one.name === name);
  it.each(own.filter(({ status }) => status < 300))(
    'returns "$example" as data',
    async ({ status, example, body }) => {
      const result = await asking(status, example)[name](inputs[name], options);
      expect(result).toMatchObject({ ok: true, status, data: body.data ?? body, body, attempts: 1 });
    },
  );
  it.each(own.filter(({ status }) => status >= 400))(
    'returns "$example" as an error',
    async ({ status, example, body }) => {
      const result = await asking(status, example)[name](inputs[name], options);
      const { message: persian, ...literals } = body.error as { message: string };
      expect(result).toMatchObject({ ok: false, status, error: { ...literals, status, persian } });
    },
  );
});

it('covers each operation with a success and an error', () => {
  const seen = (low: number, high: number) =>
    new Set(answers.filter(({ status }) => status >= low && status < high).map(({ name }) => name)).size;
  expect([seen(200, 300), seen(400, 600)]).toEqual([18, 18]);
});

it('sends requests that the contract accepts, signed as well', async () => {
  const client = createClient({ token, secretKey, environment: 'sandbox', baseUrl: mock.url, retries: 0 });
  // The mock signs nothing, so an answer that arrives at all proves that the request was valid.
  const result = await client.createPayment(order);
  expect(result).toMatchObject({ ok: false, error: { code: 'untrusted', details: { httpStatus: 200 } } });
});
