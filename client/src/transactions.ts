// Goes through all pages of the transactions.
import type { Operations } from './operations.ts';
import type { CallOptions, Input, Schemas } from './results.ts';

/**
 * Yields every transaction of the range, newest first and each once, although new payments push old ones to later
 * pages meanwhile (docs/decisions/0060).
 * @throws IranDargahError when a page cannot be read; start again, or further on with `page`.
 */
export async function* eachTransaction(
  gateway: Pick<Operations, 'listTransactions'>,
  query: NonNullable<Input<'listTransactions'>> = {},
  options?: CallOptions,
): AsyncGenerator<Schemas['TransactionSummary']> {
  const given = new Set<string>();
  for (let page = query.page ?? 1; ; page++) {
    const result = await gateway.listTransactions({ ...query, page }, options);
    if (!result.ok) throw result.error;
    const { transactions, pagination } = result.data;
    for (const transaction of transactions) {
      if (given.has(transaction.authority)) continue;
      given.add(transaction.authority);
      yield transaction;
    }
    if (transactions.length === 0 || page >= pagination.last_page) return;
  }
}
