// A page of the back office by openapi-react-query: the transactions of a shop, and a button that withdraws a payment.
import type { GatewayPaths } from '@irandargah/client';
import { useQueryClient } from '@tanstack/react-query';
import createFetchClient from 'openapi-fetch';
import createQueryHooks from 'openapi-react-query';
import { useState } from 'react';

/** The hooks over the route of the shop's own server. The types of the path-based calls are all that a browser needs. */
export function createGatewayHooks(baseUrl: string, fetch?: (request: Request) => Promise<Response>) {
  return createQueryHooks(createFetchClient<GatewayPaths>({ baseUrl, fetch }));
}

type Hooks = ReturnType<typeof createGatewayHooks>;

export function Transactions({ hooks }: { hooks: Hooks }) {
  const [page, setPage] = useState(1);
  const list = hooks.useQuery('get', '/v2/transactions', { params: { query: { page } } });
  if (list.isPending) return <p>Loading…</p>;
  if (list.isError) return <p role="alert">{list.error.error.message}</p>;
  const { transactions, pagination } = list.data.data;
  return (
    <section>
      <table>
        <tbody>
          {transactions.map(({ authority, order_id, amount, status }) => (
            <tr key={authority}>
              <td>{order_id}</td>
              <td>{amount.toLocaleString()}</td>
              <td>{status}</td>
              <td>{status === 'pending' && <Withdraw hooks={hooks} authority={authority} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <button type="button" disabled={page >= pagination.last_page} onClick={() => setPage(page + 1)}>
        Older
      </button>
    </section>
  );
}

function Withdraw({ hooks, authority }: { hooks: Hooks; authority: string }) {
  const queries = useQueryClient();
  // A mutation is not repeated by itself: only the gateway's fetch knows what may be.
  const cancel = hooks.useMutation('post', '/v2/payments/{authority}/cancel', {
    onSettled: () => queries.invalidateQueries({ queryKey: ['get', '/v2/transactions'] }),
  });
  return (
    <button
      type="button"
      disabled={cancel.isPending}
      onClick={() => cancel.mutate({ params: { path: { authority } } })}
    >
      {cancel.isError ? cancel.error.error.message : 'Withdraw'}
    </button>
  );
}
