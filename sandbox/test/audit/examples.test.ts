// The example shops of the client, with each web framework, pass the audit whole.
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Shop } from '../../../client/examples/checkout.ts';
import { createShop as createExpressShop } from '../../../client/examples/express/shop.ts';
import { createShop as createFastifyShop } from '../../../client/examples/fastify/shop.ts';
import { createOrders } from '../../../client/examples/orders.ts';
import { createClient, rials } from '../../../client/src/index.ts';
import { audit } from '../../src/audit/audit.ts';
import { type RunningSandbox, startSandbox } from '../../src/start.ts';
import { price } from './shops/shop.ts';

const webhookSecret = 'the secret of the webhook';
let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, memory: true, ratePerSecond: 0 });
  // The shops write down what they refuse; here it is expected.
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
});
afterAll(() => sandbox.close());

/** The route handlers of Next.js, called as the framework calls them. */
async function nextHandler(shop: { url: string }): Promise<{ shop: Shop; handle: RequestListener }> {
  vi.stubEnv('IRANDARGAH_TOKEN', sandbox.token);
  vi.stubEnv('IRANDARGAH_SECRET_KEY', sandbox.secretKey);
  vi.stubEnv('IRANDARGAH_URL', sandbox.url);
  vi.stubEnv('SHOP_URL', shop.url);
  vi.stubEnv('WEBHOOK_SECRET', webhookSecret);
  const folder = '../../../client/examples/nextjs';
  const { shop: made } = (await import(`${folder}/lib/shop.ts`)) as { shop: Shop };
  vi.unstubAllEnvs();
  const routes: [RegExp, string][] = [
    [/^\/orders\/([^/]+)\/pay$/, 'orders/[id]/pay'],
    [/^\/orders\/([^/]+)$/, 'orders/[id]'],
    [/^\/payment\/return$/, 'payment/return'],
    [/^\/webhooks\/irandargah$/, 'webhooks/irandargah'],
  ];
  const handle = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const headers = new Headers();
    for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
      headers.append(incoming.rawHeaders[at] ?? '', incoming.rawHeaders[at + 1] ?? '');
    }
    const { method = 'GET' } = incoming;
    const request = new Request(new URL(incoming.url ?? '/', shop.url), {
      method,
      headers,
      ...(method === 'POST' ? { body: Buffer.concat(chunks) } : {}),
    });
    const { pathname } = new URL(request.url);
    const [form, name] = routes.find(([pattern]) => pattern.test(pathname)) ?? [/$/, ''];
    const route = await import(`${folder}/app/${name}/route.ts`);
    const params = Promise.resolve({ id: form.exec(pathname)?.[1] });
    const response = (await route[method](request, { params })) as Response;
    outgoing.writeHead(response.status, Object.fromEntries(response.headers)).end(await response.text());
  };
  return {
    shop: made,
    handle: (incoming, outgoing) =>
      void handle(incoming, outgoing).catch(() => outgoing.writeHead(500).end('Internal Server Error')),
  };
}

type Example = (shop: Shop) => Promise<{ shop: Shop; handle: RequestListener }>;

const examples: [string, Example][] = [
  ['Express', async (shop) => ({ shop, handle: createExpressShop(shop) })],
  [
    'Fastify',
    async (shop) => {
      const app = createFastifyShop(shop);
      await app.ready();
      return { shop, handle: (request, response) => app.routing(request, response) };
    },
  ],
  ['Next.js', nextHandler],
];

it.each(examples)('the example with %s passes', async (_name, example) => {
  const { token, secretKey } = sandbox;
  const gateway = createClient({ token, secretKey, environment: 'sandbox', baseUrl: sandbox.url });
  let handle: RequestListener = () => {};
  let shop: Shop = { gateway, orders: createOrders(), url: '', webhookSecret };
  // Beside the example's own routes one for the audit, which asks how often the goods went out.
  const server = createServer((request, response) => {
    const told = /^\/audit\/(.+)$/.exec(request.url ?? '');
    if (told) response.end(JSON.stringify(shop.orders.find(told[1] ?? '')));
    else handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  shop.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { url } = shop;
  ({ shop, handle } = await example(shop));
  for (let n = 1; n <= 50; n += 1) shop.orders.place(`ORDER-${n}`, rials(price));
  try {
    const report = await audit({
      sandboxUrl: sandbox.url,
      token,
      webhook: { url: `${url}/webhooks/irandargah`, secret: webhookSecret },
      priceRials: price,
      language: 'en',
      checkoutUrl: `${url}/orders/ORDER-{n}/pay`,
      checkoutBody: '',
      callbackUrl: `${url}/payment/return`,
      orderStatusUrl: `${url}/audit/{order_id}`,
      patience: 0,
      slowest: 300,
      askForOrder: () => {},
    });
    const others = report.checks.filter(({ verdict }) => verdict !== 'pass');
    expect(others).toEqual([]);
    expect(report.counts.pass).toBe(18);
  } finally {
    await new Promise((resolve) => server.close(resolve).closeAllConnections());
  }
});
