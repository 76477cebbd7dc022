// The example shops of the client, with each web framework, pass the audit whole.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { shops } from '../../../client/examples/open.ts';
import { rials } from '../../../client/src/index.ts';
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

it.each([...shops])('the example with %s passes', async (_name, open) => {
  const { token, secretKey, url: gatewayUrl } = sandbox;
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { shop, listener } = await open({ shopUrl: url, gatewayUrl, token, secretKey, webhookSecret });
  // Beside the example's own routes one for the audit, which asks how often the goods went out.
  server.on('request', (request, response) => {
    const told = /^\/audit\/(.+)$/.exec(request.url ?? '');
    if (told) response.end(JSON.stringify(shop.orders.find(told[1] ?? '')));
    else listener(request, response);
  });
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
