// Each example shop sells against the sandbox: paid once and delivered once, whatever payers and strangers do.
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rials } from '@irandargah/client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { headers as names, signing } from '../../generated/client-facts.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/src/index.ts';
import { beginPayment, type Shop, settlePending } from '../examples/checkout.ts';
import { shops } from '../examples/open.ts';
import { createOrders } from '../examples/orders.ts';
import { startFaultServer } from './fault-server.ts';
import { shopClient } from './shop.ts';

const webhookSecret = 'the secret of this webhook';
let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, memory: true, ratePerSecond: 0 });
});
afterAll(() => sandbox.close());
// The shops write down what they refuse; here it is expected.
beforeAll(() => {
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
});

/** A shop that can be visited. */
interface Opened {
  shop: Shop;
  visit: (path: string, init?: RequestInit) => Promise<Response>;
  close: () => Promise<unknown>;
}

/** Opens a shop by the name of its folder, on a free port. */
async function openShop(name: string): Promise<Opened> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const shopUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { token, secretKey, url: gatewayUrl } = sandbox;
  const opened = await shops.get(name)?.({ shopUrl, gatewayUrl, token, secretKey, webhookSecret });
  if (!opened) throw new Error(`There is no shop ${name}.`);
  server.on('request', opened.listener);
  return {
    shop: opened.shop,
    visit: (path, init) => fetch(shopUrl + path, { redirect: 'manual', ...init }),
    close: () => new Promise((resolve) => server.close(resolve).closeAllConnections()),
  };
}

it('repeats the same attempt after a lost answer, so that the order has one payment', async () => {
  const gateway = await startFaultServer();
  const { client } = shopClient(gateway.url);
  const orders = createOrders();
  const shop = { gateway: client, orders, url: 'https://shop.example', webhookSecret };
  const order = orders.place('ORDER-1', rials(250_000));
  gateway.faults = ['cutAfter', 'html', 'cutBefore'];
  expect(await beginPayment(shop, order)).toBeUndefined();
  expect(await beginPayment(shop, order)).toMatch(/\/startpay\//);
  expect(gateway.payments.size).toBe(1);
  expect(orders.pending()).toHaveLength(1);
  await gateway.close();
});

describe.each([...shops.keys()])('the shop with %s', (name) => {
  let opened: Opened;
  let count = 0;
  beforeAll(async () => {
    opened = await openShop(name);
  });
  afterAll(() => opened.close());

  function newOrder(amount = 250_000) {
    count += 1;
    return opened.shop.orders.place(`ORDER-${count}`, rials(amount));
  }

  /** Sends the payer to the gateway. @returns the address of the payer's page. */
  async function leave(id: string): Promise<string> {
    const response = await opened.visit(`/orders/${id}/pay`, { method: 'POST' });
    expect(response.status).toBe(303);
    return response.headers.get('location') ?? '';
  }

  /** What the payer's browser brings back after paying with a test card. */
  async function pay(page: string, card = 'success'): Promise<URLSearchParams> {
    const response = await fetch(`${page}/pay`, { method: 'POST', body: new URLSearchParams({ card }) });
    const html = await response.text();
    const fields = [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    return new URLSearchParams(fields.map(([, name = '', value = '']) => [name, value]));
  }

  const comeBack = (form: URLSearchParams) => opened.visit('/payment/return', { method: 'POST', body: form });

  /** Where the shop sends the payer on to, and what it says there. */
  async function toldTo(response: Response) {
    expect(response.status).toBe(303);
    const { pathname, search } = new URL(response.headers.get('location') ?? '', 'http://shop.invalid');
    return (await opened.visit(pathname + search)).json();
  }

  it('sells: paid, verified and delivered once, however often the payer reloads', async () => {
    const order = newOrder();
    const form = await pay(await leave(order.id));
    expect(form.get('status_code')).toBe('201');
    for (let visits = 0; visits < 3; visits += 1) {
      expect(await toldTo(await comeBack(form))).toEqual({ id: order.id, paid: true, told: 'paid' });
    }
    await Promise.all([comeBack(form), comeBack(form), settlePending(opened.shop)]);
    expect(order).toMatchObject({ paid: true, deliveries: 1 });
    const again = await opened.visit(`/orders/${order.id}/pay`, { method: 'POST' });
    expect(again.headers.get('location')).toMatch(new RegExp(`/orders/${order.id}$`));
  });

  it('reads the return by GET as well', async () => {
    const order = newOrder();
    const form = await pay(await leave(order.id));
    expect(await toldTo(await opened.visit(`/payment/return?${form}`))).toMatchObject({ paid: true });
  });

  it.each([
    { card: 'failed', told: 'not paid' },
    { card: 'insufficient', told: 'not paid' },
    { card: 'timeout', told: 'not paid' },
  ])('keeps the goods when the card is "$card"', async ({ card, told }) => {
    const order = newOrder();
    const form = await pay(await leave(order.id), card);
    expect(await toldTo(await comeBack(form))).toEqual({ id: order.id, paid: false, told });
  });

  it('keeps the goods when a stranger says that it is paid', async () => {
    const order = newOrder();
    const authority = (await leave(order.id)).split('/').at(-1) ?? '';
    const forged = { authority, status_code: '100', message: 'x', amount: '250000', order_id: order.id };
    const told = await toldTo(await comeBack(new URLSearchParams(forged)));
    expect(told).toEqual({ id: order.id, paid: false, told: 'waiting for the payer' });
  });

  it('refuses to take the payment of a cheap order for a dear one', async () => {
    const [cheap, dear] = [newOrder(100_000), newOrder(9_000_000)];
    await leave(dear.id);
    const form = await pay(await leave(cheap.id));
    for (const [name, value] of [
      ['order_id', dear.id],
      ['amount', '9000000'],
      ['authority', '2025100121424146HC'],
    ] as const) {
      const forged = new URLSearchParams(form);
      forged.set(name, value);
      expect((await comeBack(forged)).status).toBe(400);
    }
    form.append('order_id', dear.id);
    expect((await comeBack(form)).status).toBe(400);
    expect([cheap, dear]).toMatchObject([{ paid: false }, { paid: false }]);
  });

  it('delivers to a payer who never comes back, by its job', async () => {
    const order = newOrder();
    await pay(await leave(order.id));
    expect(order.paid).toBe(false);
    await settlePending(opened.shop);
    expect(order).toMatchObject({ paid: true, deliveries: 1 });
  });

  /** Sends an event of a payment, signed with a secret. */
  function send(authority: string | undefined, order_id: string, id: string, key = webhookSecret) {
    const data = {
      authority,
      amount: 250_000,
      order_id,
      ref_code: '1',
      pan: '603799******1234',
      verified_at: 'x',
    };
    const signature = createHmac('sha256', key).update(JSON.stringify(data)).digest('hex');
    const { signature_header, timestamp_header } = signing.webhook;
    return opened.visit('/webhooks/irandargah', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        [signature_header]: signature,
        [timestamp_header]: String(Math.floor(Date.now() / 1000)),
        [names.webhookEvent]: 'payment.completed',
        [names.webhookId]: id,
      },
      body: JSON.stringify({
        event: 'payment.completed',
        timestamp: 'x',
        merchant_code: 'M',
        data,
        signature,
      }),
    });
  }

  it('takes an event as a hint: signed ones are looked into once, others refused', async () => {
    const order = newOrder();
    const page = await leave(order.id);
    const authority = page.split('/').at(-1);
    expect((await send(authority, order.id, 'evt_0', 'another secret')).status).toBe(401);
    // Signed, but the payer has not paid: the gateway knows better than the event.
    expect((await send(authority, order.id, 'evt_1')).status).toBe(200);
    expect(order.paid).toBe(false);
    await pay(page);
    expect((await send(authority, order.id, 'evt_2')).status).toBe(200);
    // A repetition under another id is the same event; the job has the last word.
    expect(order.paid).toBe(false);
    await settlePending(opened.shop);
    expect(order).toMatchObject({ paid: true, deliveries: 1 });
  });

  it('asks for an event again while it is being handled', async () => {
    const order = newOrder();
    const authority = (await leave(order.id)).split('/').at(-1);
    const { gateway } = opened.shop;
    const { verifyPayment } = gateway;
    let goOn = () => {};
    const slow = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const called = vi.spyOn(gateway, 'verifyPayment').mockImplementation(async (payment) => {
      await slow;
      return verifyPayment(payment);
    });
    try {
      const first = send(authority, order.id, 'evt_slow');
      await vi.waitFor(() => expect(called).toHaveBeenCalled(), 10_000);
      expect((await send(authority, order.id, 'evt_slow')).status).toBe(503);
      goOn();
      expect((await first).status).toBe(200);
      expect((await send(authority, order.id, 'evt_slow')).status).toBe(200);
      expect(called).toHaveBeenCalledOnce();
    } finally {
      goOn();
      called.mockRestore();
    }
  });

  it('answers 404 for an order that it does not have', async () => {
    expect((await opened.visit('/orders/NONE/pay', { method: 'POST' })).status).toBe(404);
    expect((await opened.visit('/orders/NONE')).status).toBe(404);
  });
});
