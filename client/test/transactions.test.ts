// Going through all pages gives every transaction once, and ends.
import { expect, it } from 'vitest';
import { createClient } from '../src/index.ts';
import { errorBody } from './fault-server.ts';
import { token } from './shop.ts';

/** A client whose pages are the given lists of authorities. */
function paged(pages: string[][], last_page = pages.length) {
  const asked: (string | null)[] = [];
  const client = createClient({
    token,
    environment: 'sandbox',
    retries: 0,
    fetch: async (url) => {
      const page = Number(new URL(String(url)).searchParams.get('page'));
      asked.push(new URL(String(url)).search);
      const authorities = pages[page - 1];
      if (!authorities) return new Response(JSON.stringify(errorBody('ErrorUnexpected')), { status: 500 });
      const transactions = authorities.map((authority) => ({ authority }));
      const pagination = { current_page: page, per_page: 2, total: 9, last_page };
      return new Response(JSON.stringify({ success: true, data: { transactions, pagination } }));
    },
  });
  return { client, asked };
}

async function authoritiesOf(client: ReturnType<typeof paged>['client'], query = {}) {
  const authorities: string[] = [];
  for await (const { authority } of client.eachTransaction(query)) authorities.push(authority);
  return authorities;
}

it('gives each once, although a new payment pushed one to the next page', async () => {
  const { client, asked } = paged([['e', 'd'], ['d', 'c'], ['b']]);
  expect(await authoritiesOf(client, { status: 'completed' })).toEqual(['e', 'd', 'c', 'b']);
  expect(asked).toEqual(['?status=completed&page=1', '?status=completed&page=2', '?status=completed&page=3']);
});

it('stops at an empty page, whatever the number of pages is said to be', async () => {
  const { client, asked } = paged([['a'], []], 99);
  expect(await authoritiesOf(client)).toEqual(['a']);
  expect(asked).toHaveLength(2);
});

it('throws the typed error when a page cannot be read', async () => {
  const { client } = paged([['a']], 2);
  await expect(authoritiesOf(client)).rejects.toMatchObject({ code: -500, operation: 'listTransactions' });
});
