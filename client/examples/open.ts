// Opens each of the shops as what a Node.js server calls for a request, whatever its web framework.
import type { RequestListener } from 'node:http';
import { createClient } from '@irandargah/client';
import fastify, { type FastifyInstance } from 'fastify';
import type { Shop } from './checkout.ts';
import { createOrders } from './orders.ts';

/** Where shop and gateway are, and the secrets that they share. */
export interface Settings {
  shopUrl: string;
  gatewayUrl: string;
  token: string;
  secretKey: string;
  webhookSecret: string;
}

export type OpenShop = (settings: Settings) => Promise<{ shop: Shop; listener: RequestListener }>;

function shopOf({ shopUrl, gatewayUrl, token, secretKey, webhookSecret }: Settings): Shop {
  const gateway = createClient({ token, secretKey, environment: 'sandbox', baseUrl: gatewayUrl });
  return { gateway, orders: createOrders(), url: shopUrl, webhookSecret };
}

async function listenerOf(app: FastifyInstance): Promise<RequestListener> {
  await app.ready();
  return (request, response) => app.routing(request, response);
}

const express: OpenShop = async (settings) => {
  const { createShop } = await import('./express/shop.ts');
  const shop = shopOf(settings);
  return { shop, listener: createShop(shop) };
};

const withFastify: OpenShop = async (settings) => {
  const { createShop } = await import('./fastify/shop.ts');
  const shop = shopOf(settings);
  return { shop, listener: await listenerOf(createShop(shop)) };
};

const nextjs: OpenShop = async ({ shopUrl, gatewayUrl, token, secretKey, webhookSecret }) => {
  // As with Next.js itself, this shop takes its settings from the environment.
  Object.assign(process.env, {
    IRANDARGAH_TOKEN: token,
    IRANDARGAH_SECRET_KEY: secretKey,
    IRANDARGAH_URL: gatewayUrl,
    SHOP_URL: shopUrl,
    WEBHOOK_SECRET: webhookSecret,
  });
  const { answer, shop } = await import('./nextjs/without-next.ts');
  const app = fastify();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
  app.all('/*', ({ method, url, headers, body }, reply) => {
    const init = {
      method,
      headers: headers as Record<string, string>,
      body: body as Buffer<ArrayBuffer> | undefined,
    };
    return answer(new Request(new URL(url, shopUrl), init)).then((response) => reply.send(response));
  });
  return { shop, listener: await listenerOf(app) };
};

/** The shops by the names of their folders; only what a shop needs is loaded. */
export const shops = new Map<string, OpenShop>([
  ['express', express],
  ['fastify', withFastify],
  ['nextjs', nextjs],
]);
