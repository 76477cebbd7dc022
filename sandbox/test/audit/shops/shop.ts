// A small shop for the audit's tests: its routes and orders; what it believes is up to each shop built on it.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { listening } from '../../../../contract-tests/src/listening.ts';
import { operations } from '../../../../generated/facts.ts';

export interface StoredOrder {
  id: string;
  amount: number;
  authority: string;
  paid: boolean;
  deliveries: number;
}

interface GatewayAnswer {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: answers of several operations
  json: any;
}

/** What the gateway is asked, and what the shop knows. */
export interface ShopInside {
  orders: StoredOrder[];
  verify: (body: object) => Promise<GatewayAnswer>;
  getVerification: (authority: string) => Promise<GatewayAnswer>;
  webhookSecret: string;
}

/** The page that the payer sees, or the answer to a webhook. */
export interface ShopAnswer {
  status: number;
  text: string;
}

export interface Behaviour {
  callback: (form: URLSearchParams, shop: ShopInside) => Promise<ShopAnswer>;
  webhook: (raw: string, headers: IncomingHttpHeaders, shop: ShopInside) => Promise<ShopAnswer>;
  /** What its only article costs, as it believes. */
  amount?: number;
  /** Fields of the payment beside the necessary ones. */
  payment?: object;
}

export interface ShopSettings {
  baseUrl: string;
  token: string;
  webhookSecret: string;
  port?: number;
}

/** What the article costs, in rials. */
export const price = 2_500_000;
export const thanks: ShopAnswer = { status: 200, text: '<h1>Thank you, your order is paid</h1>' };
export const sorry: ShopAnswer = { status: 200, text: '<h1>The payment did not succeed</h1>' };

/** Hands out what was bought, however often it is called. */
export function deliver(order: StoredOrder): void {
  order.paid = true;
  order.deliveries += 1;
}

/** Starts a shop on loopback. @returns its address, and how to stop it. */
export async function startShop(
  { callback, webhook, amount = price, payment = {} }: Behaviour,
  { baseUrl, token, webhookSecret, port = 0 }: ShopSettings,
): Promise<{ url: string; close: () => Promise<void> }> {
  const orders: StoredOrder[] = [];
  const ask = async (method: string, path: string, body?: object): Promise<GatewayAnswer> => {
    const response = await fetch(`${baseUrl}${path}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'Idempotency-Key': `key-${crypto.randomUUID()}`,
        ...(body ? { 'Content-Type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    return { status: response.status, json: await response.json() };
  };
  const inside: ShopInside = {
    orders,
    webhookSecret,
    verify: (body) => ask('POST', operations.createVerification.path, body),
    getVerification: (authority) => ask('GET', `${operations.createVerification.path}/${authority}`),
  };
  const checkOut = async (own: string) => {
    const id = `ORDER-${orders.length + 1}`;
    const { json } = await ask('POST', operations.createPayment.path, {
      amount,
      order_id: id,
      callback_url: `${own}/callback`,
      ...payment,
    });
    const { authority, gateway_url: page } = json.data.transaction;
    orders.push({ id, amount, authority, paid: false, deliveries: 0 });
    return page as string;
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const raw = Buffer.concat(chunks).toString();
    const own = `http://${request.headers.host}`;
    const { pathname } = new URL(request.url ?? '/', own);
    try {
      if (pathname === '/checkout') {
        response.writeHead(303, { Location: await checkOut(own) }).end();
      } else if (pathname.startsWith('/orders/')) {
        const order = orders.find(({ id }) => pathname === `/orders/${id}`);
        const told = { status: order?.paid ? 'paid' : 'unpaid', deliveries: order?.deliveries };
        response.writeHead(order ? 200 : 404).end(JSON.stringify(told));
      } else {
        const { status, text } =
          pathname === '/callback'
            ? await callback(new URLSearchParams(raw), inside)
            : await webhook(raw, request.headers, inside);
        response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' }).end(text);
      }
    } catch {
      response.writeHead(500).end('Internal error');
    }
  });
  return listening(server, port);
}
