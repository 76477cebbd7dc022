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

/** A client whose every page is the same body. */
function repeating(data: object) {
  let asked = 0;
  const client = createClient({
    token,
    environment: 'sandbox',
    retries: 0,
    fetch: async () => {
      asked += 1;
      return new Response(JSON.stringify({ success: true, data }));
    },
  });
  return { client, asked: () => asked };
}

it('gives rows of tomorrow as they are, and passes over what is none', async () => {
  const rows = [
    { authority: 'a', status: 'refunded', fee: 5 },
    null,
    'x',
    [1],
    { status: 'odd' },
    { order_id: '1' },
  ];
  const { client } = repeating({ transactions: rows, pagination: { last_page: '1' } });
  const given: unknown[] = [];
  for await (const row of client.eachTransaction()) given.push(row);
  expect(given).toEqual([rows[0], rows[4], rows[5]]);
});

it.each([{}, { last_page: null }, { last_page: 'many' }])(
  'ends with %j for the pages',
  async (pagination) => {
    const { client, asked } = repeating({ transactions: [{ authority: 'a' }], pagination });
    expect(await authoritiesOf(client)).toEqual(['a']);
    expect(asked()).toBe(2);
  },
);

it.each([
  {},
  { transactions: null, pagination: {} },
  { transactions: {}, pagination: {} },
  { transactions: [] },
])('throws the typed error for %j', async (data) => {
  const { client } = repeating(data);
  await expect(authoritiesOf(client)).rejects.toMatchObject({ name: 'IranDargahError', code: 'unexpected' });
});
