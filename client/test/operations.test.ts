// Every operation against the mock: each success and each documented error of the contract arrives with its type.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { operations } from '../../generated/client-facts.ts';
import {
  type ContractDocument,
  type Example,
  operationsOf,
  type Response,
  resolve,
} from '../../scripts/generate/document.ts';
import { type RunningMock, startMock } from '../../scripts/mock/server.ts';
import { createClient, type OperationName, rials } from '../src/index.ts';
import { order, secretKey, token } from './shop.ts';

const authority = '2025100121424146HC';
const webhook_id = '65a4c7e8f1234';

/** The first argument of every operation, fitting the examples of the contract. */
const inputs: Record<OperationName, unknown> = {
  createPayment: order,
  getPayment: authority,
  cancelPayment: authority,
  createVerification: { authority, amount: rials(100_000) },
  getVerification: authority,
  retryVerification: authority,
  listTransactions: { from_date: '1404-06-01', page: 1 },
  getTransaction: authority,
  createRefund: { authority },
  getDailyReport: { date: '1404-06-28' },
  getMonthlyReport: undefined,
  subscribeWebhook: { url: 'https://shop.example/webhook', events: ['payment.completed'] },
  listWebhookEvents: undefined,
  unsubscribeWebhook: { webhook_id },
  testWebhook: { webhook_id, event_type: 'payment.completed' },
  prepareRequest: { method: 'GET', endpoint: `payments/${authority}` },
  getIdempotencyKey: undefined,
  getHealth: undefined,
};

const file = new URL('../../generated/strict.en.json', import.meta.url);
const document = JSON.parse(readFileSync(file, 'utf8')) as ContractDocument;
const cases = operationsOf(document)
  .filter(({ operation }) => operation.operationId in operations)
  .flatMap(({ operation }) =>
    Object.entries(operation.responses).flatMap(([status, node]) => {
      const { content } = resolve<Response>(document, node);
      return Object.entries(content?.['application/json']?.examples ?? {}).map(([example, value]) => ({
        name: operation.operationId as OperationName,
        status: Number(status),
        example,
        body: resolve<Example>(document, value).value as { error?: object; data?: object },
      }));
    }),
  );

let mock: RunningMock;
beforeAll(async () => {
  mock = await startMock({ port: 0 });
});
afterAll(() => mock.close());

/** A client whose requests ask the mock for one example. */
function asking(status: number, example: string) {
  const prefer = { Prefer: `code=${status}, example=${example}` };
  return createClient({
    token,
    environment: 'sandbox',
    baseUrl: mock.url,
    retries: 0,
    fetch: (url, init) => fetch(url, { ...init, headers: { ...(init?.headers as object), ...prefer } }),
  }) as unknown as Record<OperationName, (input: unknown) => Promise<object>>;
}

describe.each(Object.keys(operations) as OperationName[])('%s', (name) => {
  const own = cases.filter((one) => one.name === name);
  it.each(own.filter(({ status }) => status < 300))(
    'returns "$example" as data',
    async ({ status, example, body }) => {
      const result = await asking(status, example)[name](inputs[name]);
      expect(result).toMatchObject({ ok: true, status, data: body.data ?? body, body, attempts: 1 });
    },
  );
  it.each(own.filter(({ status }) => status >= 400))(
    'returns "$example" as an error',
    async ({ status, example, body }) => {
      const result = await asking(status, example)[name](inputs[name]);
      const { message: persian, ...literals } = body.error as { message: string };
      expect(result).toMatchObject({ ok: false, status, error: { ...literals, status, persian } });
    },
  );
});

it('covers each operation with a success and an error', () => {
  const seen = (low: number, high: number) =>
    new Set(cases.filter(({ status }) => status >= low && status < high).map(({ name }) => name)).size;
  expect([seen(200, 300), seen(400, 600)]).toEqual([18, 18]);
});

it('sends requests that the contract accepts, signed as well', async () => {
  const client = createClient({ token, secretKey, environment: 'sandbox', baseUrl: mock.url, retries: 0 });
  // The mock signs nothing, so an answer that arrives at all proves that the request was valid.
  const result = await client.createPayment(order);
  expect(result).toMatchObject({ ok: false, error: { code: 'untrusted', details: { httpStatus: 200 } } });
});
