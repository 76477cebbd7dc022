// A small shop that pays with the gateway and believes no callback: the code under test of the example suite.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Gateway {
  url: string;
  token: string;
}

export interface Shop {
  /** Starts the payment of an order of so many rials. @returns its authority. */
  checkOut: (order: string, amount: number) => Promise<string>;
  isPaid: (order: string) => boolean;
  close: () => void;
}

export async function openShop({ url, token }: Gateway): Promise<Shop> {
  const orders = new Map<string, { order: string; amount: number; paid: boolean }>();
  const ask = async (path: string, body: object, key: string) => {
    const headers = {
      Authorization: `Bearer ${token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
    };
    const send = () => fetch(`${url}/v2/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    // A connection that breaks tells nothing; the same key makes it safe to ask again.
    const response = await send().catch(send);
    return (await response.json()) as { success: boolean; data: { transaction: { authority: string } } };
  };
  const server = createServer(async (request, response) => {
    let text = '';
    for await (const chunk of request) text += chunk;
    const authority = new URLSearchParams(text).get('authority') ?? '';
    const known = orders.get(authority);
    if (known && !known.paid) {
      // The shop's own amount: that of the callback may be anybody's.
      const { success } = await ask(
        'verifications',
        { authority, amount: known.amount },
        `verify-${authority}`,
      );
      known.paid = success;
    }
    response.end(known?.paid ? 'paid' : 'not paid');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    checkOut: async (order, amount) => {
      const callback = `http://127.0.0.1:${port}/callback`;
      const body = { amount, order_id: order, callback_url: callback };
      const { data } = await ask('payments', body, `pay-${order}`);
      orders.set(data.transaction.authority, { order, amount, paid: false });
      return data.transaction.authority;
    },
    isPaid: (order) => [...orders.values()].some((known) => known.order === order && known.paid),
    close: () => server.close(),
  };
}
