// The operations of the gateway as methods, named by their operationId.
import type { OperationName } from './errors.ts';
import type { Input, OptionsOf, Result } from './results.ts';

/** Resolves to a result and never rejects for what happens on the way; wrong arguments reject. */
export type Call<Op extends OperationName> = (
  ...args: undefined extends Input<Op>
    ? [input?: Input<Op>, options?: OptionsOf<Op>]
    : [input: Input<Op>, options?: OptionsOf<Op>]
) => Promise<Result<Op>>;

export interface Operations {
  /** Registers a payment. Store its `authority` with your order, then send the payer to its `gateway_url`. */
  createPayment: Call<'createPayment'>;
  /** What has become of a payment, by authority. Ask when a callback has not come. */
  getPayment: Call<'getPayment'>;
  /** Withdraws a payment that nobody has paid yet. `payment_cancelled` as the reason means that it is done. */
  cancelPayment: Call<'cancelPayment'>;
  /** Makes the money yours. `verifyPayment` does this and understands every answer: prefer it. */
  createVerification: Call<'createVerification'>;
  /** Whether a payment has been verified: look at `verified_at`, not at success. */
  getVerification: Call<'getVerification'>;
  /** Repeats a verification that failed at the bank. It does not compare your amount: prefer `verifyPayment`. */
  retryVerification: Call<'retryVerification'>;
  /** One page of transactions; `eachTransaction` goes through all pages. */
  listTransactions: Call<'listTransactions'>;
  /** One transaction in detail, by authority. */
  getTransaction: Call<'getTransaction'>;
  /** Returns money to the payer. Not documented by the gateway: confirm with it before you use it. */
  createRefund: Call<'createRefund'>;
  /** The figures of a Jalali day; today's without a date. */
  getDailyReport: Call<'getDailyReport'>;
  /** The figures of a Jalali month; this month's without one. */
  getMonthlyReport: Call<'getMonthlyReport'>;
  /** Has events sent to your address. Send a secret of your own; a generated one is shown only now. */
  subscribeWebhook: Call<'subscribeWebhook'>;
  /** The events that exist. */
  listWebhookEvents: Call<'listWebhookEvents'>;
  /** Stops a webhook. */
  unsubscribeWebhook: Call<'unsubscribeWebhook'>;
  /** Has a sample event sent to your address; `test_result` tells how it was received. */
  testWebhook: Call<'testWebhook'>;
  /** Has the gateway sign a request. This client signs by itself and does not need it. */
  prepareRequest: Call<'prepareRequest'>;
  /** A key made by the gateway. This client makes its own and does not need it. */
  getIdempotencyKey: Call<'getIdempotencyKey'>;
  /** Whether the API answers. */
  getHealth: Call<'getHealth'>;
}
