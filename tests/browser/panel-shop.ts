// A small shop for the tests of the panel: creates payments with the client, takes callbacks and webhooks.
import { createServer, type IncomingMessage } from 'node:http';
import {
  createClient,
  type IranDargahClient,
  readCallback,
  rials,
  type StoredPayment,
  verifyWebhook,
} from '../../client/src/index.ts';
import { listening } from '../../contract-tests/src/listening.ts';

export interface Shop {
  url: string;
  /** Of its webhooks' signatures. */
  secret: string;
  client: IranDargahClient;
  /** What became of each callback: the outcome of the verification. */
  callbacks: string[];
  /** The events that came with a right signature. */
  events: string[];
  /** What the webhooks' address answers from now on. */
  webhookStatus: number;
  /** How far the terminal's clock was moved: the timestamps of webhooks follow it. */
  minutesAhead: number;
  /** Has events sent to the shop. */
  subscribe: () => Promise<void>;
  /** Creates a payment. @returns it with the address of the payer's page. */
  order: (orderId: string, amount: number) => Promise<StoredPayment & { gatewayUrl: string }>;
  close: () => Promise<void>;
}

const secret = 'a-secret-of-the-shop-for-its-webhooks';

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Opens a shop that calls the sandbox with a token. */
export async function openShop(sandboxUrl: string, token: string): Promise<Shop> {
  const client = createClient({ token, environment: 'sandbox', baseUrl: sandboxUrl, retries: 0 });
  const orders = new Map<string, StoredPayment>();
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    if (request.url === '/webhook') {
      if (shop.webhookStatus >= 300) return void response.writeHead(shop.webhookStatus).end();
      const now = Date.now() + shop.minutesAhead * 60_000;
      const { event } = await verifyWebhook(body, request.headers, secret, { now });
      shop.events.push(event);
      return void response.writeHead(shop.webhookStatus).end();
    }
    if (request.url !== '/callback') return void response.writeHead(404).end();
    const { payment } = await readCallback(
      { method: request.method ?? '', url: request.url, body },
      (authority) => orders.get(authority),
    );
    const { outcome } = await client.verifyPayment(payment);
    shop.callbacks.push(outcome);
    response.setHeader('Content-Type', 'text/html; charset=utf-8').end(`<title>shop</title><p>${outcome}`);
  });
  const { url, close } = await listening(server);
  const shop: Shop = {
    url,
    secret,
    client,
    callbacks: [],
    events: [],
    webhookStatus: 200,
    minutesAhead: 0,
    subscribe: async () => {
      const result = await client.subscribeWebhook({
        url: `${url}/webhook`,
        events: ['payment.created', 'payment.completed'],
        secret,
      });
      if (!result.ok) throw result.error;
    },
    order: async (orderId, amount) => {
      const result = await client.createPayment({
        amount: rials(amount),
        order_id: orderId,
        callback_url: `${url}/callback`,
        description: 'خرید کتاب',
      });
      if (!result.ok) throw result.error;
      const { authority, gateway_url: gatewayUrl } = result.data.transaction;
      const payment = { authority, amount: rials(amount), order_id: orderId };
      orders.set(authority, payment);
      return { ...payment, gatewayUrl };
    },
    close,
  };
  return shop;
}
