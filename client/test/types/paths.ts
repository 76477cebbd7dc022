// Compiles, and each marked line does not: the calls by path, and what may be left to the client in them.
import openapiFetch, { wrapAsPathBasedClient } from 'openapi-fetch';
import { createClient, createGatewayFetch, type GatewayPaths, rials, toman } from '../../src/index.ts';

const options = { token: 'idg_test_x', environment: 'sandbox' } as const;
const gateway = createClient(options);
const body = { amount: toman(25_000), order_id: 'ORDER-1', callback_url: 'https://shop.example/callback' };
const authority = '2025100121424146HC';

// Token, signature and key need not be passed, but a key may be.
gateway.POST('/v2/payments', { body });
gateway.POST('/v2/payments', { body, params: { header: { 'Idempotency-Key': 'mine' } } });
gateway.POST('/v2/payments', { body, timeoutMs: 5, retries: 0 });
gateway.POST('/api/prepare-request', { body: { method: 'GET', endpoint: 'payments' } });
gateway.GET('/v2/transactions');
gateway.GET('/health');
gateway.GET('/v2/idempotency-key');
gateway.POST('/v2/payments/{authority}/cancel', { params: { path: { authority } } });
wrapAsPathBasedClient(gateway)['/health'].GET();
wrapAsPathBasedClient(gateway)['/v2/payments'].POST({ body });
// @ts-expect-error cancelling has no body
gateway.POST('/v2/payments/{authority}/cancel', { params: { path: { authority } }, body: {} });
gateway.GET('/v2/transactions', { params: { query: { status: 'completed', page: 2 } } });
// @ts-expect-error a key is text
gateway.POST('/v2/payments', { body, params: { header: { 'Idempotency-Key': 5 } } });
// @ts-expect-error the payment is missing
gateway.POST('/v2/payments');
// @ts-expect-error the authority is missing
gateway.GET('/v2/payments/{authority}');
// @ts-expect-error a bare number may be rials or tomans: say which
gateway.POST('/v2/payments', { body: { ...body, amount: 250_000 } });
gateway.POST('/v2/verifications', { body: { authority, amount: rials(250_000) } });
// @ts-expect-error the list cannot be filtered by timeout
gateway.GET('/v2/transactions', { params: { query: { status: 'timeout' } } });
// @ts-expect-error there is no such path
gateway.GET('/v2/nothing');
// @ts-expect-error a payment is not deleted
gateway.DELETE('/v2/payments/{authority}', { params: { path: { authority } } });
// @ts-expect-error the payer's page is for browsers
gateway.GET('/startpay/{authority}', { params: { path: { authority } } });

export async function read(): Promise<string> {
  const { data, error } = await gateway.GET('/v2/payments/{authority}', { params: { path: { authority } } });
  // @ts-expect-error it may have failed
  data.data.transaction;
  if (error) {
    const code: number = error.error.code;
    return `${code}${error.error.message}`;
  }
  // A list that is open is text, with all that text can.
  const status: string = data.data.transaction.status;
  const amount: number = data.data.transaction.amount;
  return `${status.length}${amount}`;
}

export async function asItComes(): Promise<string | undefined> {
  const fetch = createGatewayFetch(options);
  const api = openapiFetch<GatewayPaths>({ baseUrl: fetch.baseUrl, fetch });
  const { data } = await api.POST('/v2/payments', { body });
  return data?.data.transaction.gateway_url;
}

gateway.use({ onRequest: ({ request }) => new Request(request, { headers: { 'X-Trace': '1' } }) });
// @ts-expect-error this looks at nothing
gateway.use({ onAnswer: () => undefined });
