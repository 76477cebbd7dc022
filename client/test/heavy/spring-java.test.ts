// The Spring example of the Java package in Spring MVC and Tomcat: pays, comes back, is attacked, gets its webhooks.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../../foundation/reader/paths.ts';
import { startSandbox, type TestingSandbox } from '../../../sandbox/src/testing/index.ts';
import { type Endpoint, endpoint } from '../../../sandbox/test/support/endpoint.ts';
import { createClient } from '../../src/index.ts';
import { javaProject } from './drivers/java.ts';

const place = join(root, 'client/java/examples/spring');
const webhookSecret = 'the secret of the webhook';

let folder: string;
let gateway: TestingSandbox;
let hooks: Endpoint;
let shop: ChildProcess;
let address: string;
const said: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'irandargah-spring-'));
  gateway = await startSandbox();
  hooks = await endpoint();
  const names = ['PaymentController.java', 'SpringShop.java'];
  const sources = await Promise.all(
    names.map(async (name) => [name, await readFile(join(place, name), 'utf8')]),
  );
  const cwd = await javaProject(
    folder,
    Object.fromEntries(sources),
    [
      ['org.springframework:spring-webmvc', '6.2.19'],
      ['org.apache.tomcat.embed:tomcat-embed-core', '10.1.42'],
    ],
    17,
  );
  const env = {
    ...process.env,
    IRANDARGAH_TOKEN: gateway.token,
    IRANDARGAH_SECRET_KEY: gateway.secretKey ?? undefined,
    IRANDARGAH_URL: gateway.url,
    IRANDARGAH_WEBHOOK_SECRET: webhookSecret,
  };
  const program = 'java';
  shop = spawn(program, [`-Djava.io.tmpdir=${folder}`, '@classpath.txt', 'SpringShop'], {
    cwd,
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: shop.stdout as NodeJS.ReadableStream });
  lines.on('line', (line) => said.push(line));
  await once(lines, 'line');
  address = said.shift() as string;
}, 600_000);

afterAll(async () => {
  if (shop) {
    const ended = once(shop, 'exit');
    shop.stdin?.end();
    await ended;
  }
  await Promise.all([gateway.close(), hooks.close()]);
  await rm(folder, { recursive: true, force: true });
});

const status = async (path: string, init: RequestInit) => {
  const response = await fetch(address + path, { redirect: 'manual', ...init });
  return response.status;
};

async function pay(order: string): Promise<string> {
  const response = await fetch(`${address}/orders/${order}/pay`, { method: 'POST', redirect: 'manual' });
  expect(response.status).toBe(303);
  return response.headers.get('location')?.split('/').at(-1) as string;
}

it('sells two orders, refuses forged returns, and handles a webhook once', async () => {
  const { subscribeWebhook } = createClient({
    token: gateway.token,
    ...(gateway.secretKey && { secretKey: gateway.secretKey }),
    environment: 'sandbox',
    baseUrl: gateway.url,
  });
  await subscribeWebhook({ url: hooks.url, events: ['payment.completed'], secret: webhookSecret });
  const first = await pay('ORDER-1');
  expect(await pay('ORDER-1')).toBe(first);
  const second = await pay('ORDER-2');
  expect(second).not.toBe(first);
  await gateway.pay(first);

  const amount = '250000';
  const form = (change: Record<string, string> = {}) =>
    new URLSearchParams({
      authority: first,
      status_code: '201',
      message: 'پیام',
      amount,
      order_id: 'ORDER-1',
      ...change,
    });
  const path = '/payment/return';
  expect(await status(path, { method: 'POST', body: form({ amount: '1' }) })).toBe(400);
  expect(await status(path, { method: 'POST', body: `${form()}&amount=1` })).not.toBe(200);
  expect(await status(`${path}?${form()}&amount=${amount}`, {})).toBe(400);
  expect(await status(`${path}?${form({ authority: second })}`, {})).toBe(400);
  expect(said).toEqual([]);
  expect(await status(path, { method: 'POST', body: form() })).toBe(200);
  expect(await status(`${path}?${form()}`, {})).toBe(200);
  expect(await status(`${path}?${form({ authority: second, order_id: 'ORDER-2' })}`, {})).toBe(200);

  await hooks.arrived(1);
  const [{ text = '', headers = {} } = {}] = hooks.received;
  const sent = { ...(headers as Record<string, string>) };
  for (const name of ['host', 'connection', 'content-length', 'transfer-encoding']) delete sent[name];
  const deliver = (body: string) => status('/webhooks/irandargah', { method: 'POST', body, headers: sent });
  expect([await deliver(text), await deliver(text)]).toEqual([200, 200]);
  expect(await deliver(text.replace(amount, '1'))).toBe(401);
  // By the two returns and by the first delivery, and never for the order that nobody has paid.
  expect(said).toEqual(['paid ORDER-1', 'paid ORDER-1', 'paid ORDER-1']);
});
