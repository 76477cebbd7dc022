// The client of one terminal: every operation, and the two that are made of several.
import { operations } from '../../generated/client-facts.ts';
import { createCaller } from './call.ts';
import type { OperationName } from './errors.ts';
import type { Operations } from './operations.ts';
import { type ClientOptions, readOptions } from './options.ts';
import type { CallOptions, Input, KeyedCallOptions, Schemas } from './results.ts';
import { eachTransaction } from './transactions.ts';
import { type PaymentOutcome, type StoredPayment, verifyPayment } from './verify-payment.ts';

export interface IranDargahClient extends Operations {
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
  const call = createCaller(readOptions(options));
  const names = Object.keys(operations) as OperationName[];
  const methods = Object.fromEntries(
    names.map((name) => [
      name,
      async (input: unknown, callOptions?: KeyedCallOptions) => {
        const { reading, answer, attempts, idempotencyKey } = await call(name, input, callOptions);
        const common = { attempts, idempotencyKey, headers: answer?.headers };
        if ('error' in reading) {
          const { error } = reading;
          return { ...common, ok: false, status: error.status, error };
        }
        const { body } = reading;
        const { successStatus: status } = operations[name];
        return { ...common, ok: true, status, data: body.data ?? body, body };
      },
    ]),
  ) as unknown as Operations;
  return {
    ...methods,
    verifyPayment: (payment, callOptions) => verifyPayment(methods, payment, callOptions),
    eachTransaction: (query, callOptions) => eachTransaction(methods, query, callOptions),
  };
}
