// Which code carries out which operation of the contract.
import type { OperationId } from '../../../generated/facts.ts';
import { getHealth } from '../health/get.ts';
import { getIdempotencyKey } from '../idempotency/get-key.ts';
import { cancelPayment } from '../payments/cancel.ts';
import { createPayment } from '../payments/create.ts';
import { getPayment } from '../payments/get.ts';
import { createRefund } from '../refunds/create.ts';
import { getDailyReport } from '../reports/daily.ts';
import { getMonthlyReport } from '../reports/monthly.ts';
import { prepareRequest } from '../signing/prepare.ts';
import { getTransaction } from '../transactions/get.ts';
import { listTransactions } from '../transactions/list.ts';
import { createVerification } from '../verifications/create.ts';
import { getVerification } from '../verifications/get.ts';
import { retryVerification } from '../verifications/retry.ts';
import { listWebhookEvents } from '../webhooks/list-events.ts';
import { subscribeWebhook } from '../webhooks/subscribe.ts';
import { testWebhook } from '../webhooks/test.ts';
import { unsubscribeWebhook } from '../webhooks/unsubscribe.ts';
import type { Handler } from './handlers.ts';

/** Every operation but the payer's page, which is for people. A new one in the contract fails the type check here. */
export const handlers: Record<Exclude<OperationId, 'openPaymentPage'>, Handler> = {
  createPayment,
  getPayment,
  cancelPayment,
  createVerification,
  getVerification,
  retryVerification,
  listTransactions,
  getTransaction,
  createRefund,
  getDailyReport,
  getMonthlyReport,
  subscribeWebhook,
  listWebhookEvents,
  unsubscribeWebhook,
  testWebhook,
  prepareRequest,
  getIdempotencyKey,
  getHealth,
};
