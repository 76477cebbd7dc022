// The client of one terminal: openapi-fetch, every operation as a method, and the two that are made of several.
import { createCaller } from './call.ts';
import { fetchOver } from './gateway-fetch.ts';
import { createMethods } from './methods.ts';
import type { Operations } from './operations.ts';
import { type ClientOptions, readOptions } from './options.ts';
import { createPathClient, type PathClient } from './path-client.ts';
import type { CallOptions, Input, Schemas } from './results.ts';
import { eachTransaction } from './transactions.ts';
import { type PaymentOutcome, type StoredPayment, verifyPayment } from './verify-payment.ts';

export interface IranDargahClient extends PathClient, Operations {
  /** Verifies a payment with your own record; see `PaymentOutcome` for what to do with each outcome. */
  verifyPayment<Payment extends StoredPayment>(
    payment: Payment,
    options?: CallOptions,
  ): Promise<PaymentOutcome<Payment>>;
  /** Every transaction of a range, over all pages. */
  eachTransaction(
    query?: Input<'listTransactions'>,
    options?: CallOptions,
  ): AsyncGenerator<Schemas['TransactionSummary']>;
}

/**
 * Makes the client of one terminal. Make one and keep it: it holds no connection and may be shared.
 * @throws ConfigurationError when token, environment and address do not fit together, or a live token is in a browser.
 */
export function createClient(options: ClientOptions): IranDargahClient {
  const settings = readOptions(options);
  const paths = createPathClient(settings.baseUrl, fetchOver(createCaller(settings)));
  const methods = createMethods(paths, settings);
  return {
    ...paths,
    ...methods,
    verifyPayment: (payment, callOptions) => verifyPayment(methods, payment, callOptions),
    eachTransaction: (query, callOptions) => eachTransaction(methods, query, callOptions),
  };
}
