// Every operation with what it takes and what it answers, from the examples of the contract.
import { readFileSync } from 'node:fs';
import {
  type ContractDocument,
  type Example,
  operationsOf,
  type Response,
  resolve,
} from '../../foundation/reader/document.ts';
import { operations } from '../../generated/client-facts.ts';
import { type OperationName, rials } from '../src/index.ts';
import { order } from './shop.ts';

const authority = '2025100121424146HC';
const webhook_id = '65a4c7e8f1234';

/** The first argument of every operation, fitting the examples of the contract. */
export const inputs: Record<OperationName, unknown> = {
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

/** Every example of an answer, success or error, with its operation and status. */
export const answers = operationsOf(document)
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
