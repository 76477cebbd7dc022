// What the tests of the client share: a shop's client that never really waits, and its order.
import { type ClientOptions, createClient, rials } from '../src/index.ts';

export const token = 'idg_test_0123456789abcdef';
export const liveToken = 'idg_live_0123456789abcdef';
export const secretKey = 'a secret key of this terminal';

export const order = {
  amount: rials(250_000),
  order_id: 'ORDER-12345',
  callback_url: 'https://shop.example/callback',
};

/** A client of the sandbox at another address, with the pauses it would have made. */
export function shopClient(baseUrl: string, options: Partial<ClientOptions> = {}) {
  const pauses: number[] = [];
  const clock = {
    now: Date.now,
    sleep: async (milliseconds: number) => void pauses.push(milliseconds),
  };
  const client = createClient({ token, environment: 'sandbox', baseUrl, clock, ...options });
  return { client, pauses };
}
