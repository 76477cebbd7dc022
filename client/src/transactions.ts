// Goes through all pages of the transactions.
import { isObject, wholeNumber } from './json.ts';
import type { Operations } from './operations.ts';
import type { CallOptions, Input, Schemas } from './results.ts';

/**
 * Yields every transaction of the range, newest first and each once, although new payments push old ones to later
 * pages meanwhile (docs/decisions/0060). Rows come as they are, whatever their status.
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
    let added = 0;
    for (const transaction of transactions) {
      if (!isObject(transaction) || given.has(transaction.authority)) continue;
      if (transaction.authority) given.add(transaction.authority);
      added += 1;
      yield transaction;
    }
    const lastPage = wholeNumber(pagination.last_page);
    // Who does not say how many pages there are has none left when one brings nothing new.
    if (transactions.length === 0 || (lastPage === undefined ? added === 0 : page >= lastPage)) return;
  }
}
