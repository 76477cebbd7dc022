// The examples with openapi-fetch and openapi-react-query, run against the sandbox as a shop and its staff would.
import { createClient, createGatewayFetch, rials } from '@irandargah/client';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Window } from 'happy-dom';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/src/index.ts';
import { createGatewayRoute } from '../examples/back-office/gateway-route.ts';
import { createGatewayHooks, Transactions } from '../examples/back-office/transactions.tsx';
import { beginPayment } from '../examples/openapi-fetch/sell.ts';

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, memory: true, ratePerSecond: 0 });
});
afterAll(() => sandbox.close());

const terminal = () => ({ token: sandbox.token, secretKey: sandbox.secretKey, baseUrl: sandbox.url });
const order = (id: string) => ({ id, amount: rials(250_000), returnUrl: 'https://shop.example/return' });

describe('a shop with openapi-fetch as it comes', () => {
  it('begins one payment, however often the same attempt is repeated', async () => {
    const first = await beginPayment(terminal(), order('ORDER-1'), 'key-of-order-1');
    expect(first).toMatchObject({ page: expect.stringContaining('/startpay/') });
    expect(await beginPayment(terminal(), order('ORDER-1'), 'key-of-order-1')).toEqual(first);
  });

  it('tells what the gateway says, and to try again where nothing is known', async () => {
    const wrong = { ...order('ORDER-2'), returnUrl: 'no address' };
    expect(await beginPayment(terminal(), wrong, 'key-of-order-2')).toEqual({
      told: expect.stringMatching(/\S/),
    });
    const away = { ...terminal(), baseUrl: 'http://127.0.0.1:9' };
    expect(await beginPayment(away, order('ORDER-2'), 'key')).toEqual({ told: 'Please try again.' });
  });
});

describe('a back office with openapi-react-query', () => {
  const prefix = '/back-office/gateway';
  const route = (staff = true) =>
    createGatewayRoute(createGatewayFetch({ ...terminal(), environment: 'sandbox' }), prefix, () => staff);

  it('shows the transactions, and withdraws a payment', async () => {
    await beginPayment(terminal(), order('ORDER-WITHDRAWN'), 'key-of-the-withdrawn');
    const window = new Window();
    vi.stubGlobal('window', window);
    vi.stubGlobal('document', window.document);
    const root = createRoot(window.document.body as unknown as HTMLElement);
    const hooks = createGatewayHooks(`https://shop.example${prefix}`, route());
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    root.render(createElement(QueryClientProvider, { client }, createElement(Transactions, { hooks })));
    const row = () =>
      [...window.document.querySelectorAll('tr')].find((one) => one.textContent.includes('ORDER-WITHDRAWN'));
    await vi.waitFor(() => expect(row()?.textContent).toMatch(/250.000.*pending.*Withdraw/), 20_000);
    row()?.querySelector('button')?.click();
    await vi.waitFor(() => expect(row()?.textContent).toMatch(/cancelled/), 20_000);
    root.unmount();
    vi.unstubAllGlobals();
  });

  it('lets nobody in but the staff, and nothing through that is not theirs to do', async () => {
    const ask = (path: string, init?: RequestInit, staff?: boolean) =>
      route(staff)(new Request(`https://shop.example${prefix}${path}`, init)).then(({ status }) => status);
    expect(await ask('/v2/transactions', {}, false)).toBe(401);
    expect(await ask('/v2/transactions')).toBe(200);
    expect(await ask('/v2/refunds', { method: 'POST' })).toBe(403);
    expect(await ask('/v2/payments/../../v2/refunds', { method: 'POST' })).toBe(403);
  });
});

it('both examples leave payments that the client of the README finds', async () => {
  const gateway = createClient({ ...terminal(), environment: 'sandbox' });
  const begun = await beginPayment(terminal(), order('ORDER-3'), 'key-of-order-3');
  if (!('authority' in begun)) expect.unreachable('the sandbox answers');
  expect(await gateway.getTransaction(begun.authority)).toMatchObject({ ok: true });
});
