// The shop of the PHP package's README, as printed: two orders, their verifications, and a webhook, at a sandbox.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { signWebhook } from '../../../contract-tests/src/signatures.ts';
import { root } from '../../../foundation/reader/paths.ts';
import { headers, signing } from '../../../generated/client-facts.ts';
import {
  startSandbox,
  type TestingSandbox,
  type TestingTerminal,
} from '../../../sandbox/src/testing/index.ts';
import { createClient } from '../../src/index.ts';
import { installPhp } from './drivers/php.ts';

const webhookSecret = 'the secret of the webhook';

let gateway: TestingSandbox;
let terminal: TestingTerminal;
let folder: string;
let server: ChildProcess;
let shop: string;
let said = '';

beforeAll(async () => {
  gateway = await startSandbox();
  terminal = await gateway.terminal({ require_signature: true });
  folder = await mkdtemp(join(tmpdir(), 'irandargah-readme-'));
  await installPhp(folder);
  const readme = await readFile(join(root, 'client/php/README.md'), 'utf8');
  for (const [, file = '', name = ''] of readme.matchAll(/```php\n(<\?php \/\/ (\w+\.php)[\s\S]*?)```/g)) {
    await writeFile(join(folder, name), file);
  }
  const port = await getPort({ host: '127.0.0.1' });
  shop = `http://127.0.0.1:${port}`;
  server = spawn('php', ['-d', 'error_reporting=-1', '-d', 'display_errors=1', '-S', `127.0.0.1:${port}`], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      IRANDARGAH_URL: gateway.url,
      IRANDARGAH_TOKEN: terminal.token,
      IRANDARGAH_SECRET_KEY: terminal.secretKey ?? '',
      WEBHOOK_SECRET: webhookSecret,
    },
  });
  server.stderr?.on('data', (chunk: Buffer) => {
    said += chunk;
  });
  await vi.waitFor(() => fetch(shop), { timeout: 20_000, interval: 100 });
}, 300_000);

afterAll(async () => {
  if (server) {
    const exit = once(server, 'exit');
    server.kill();
    await exit;
  }
  await gateway?.close();
  await rm(folder, { recursive: true, force: true });
});

/** Begins the payment of an order. @returns its authority. */
async function order(id: string): Promise<string> {
  const answer = await fetch(`${shop}/pay.php?order=${id}`, { redirect: 'manual' });
  expect(answer.status, await answer.text()).toBe(303);
  const page = answer.headers.get('location') ?? '';
  expect(page).toContain('/startpay/');
  return page.split('/').at(-1) as string;
}

const delivered = (id: string) => said.split(`Deliver ${id}.`).length - 1;

it('sells two orders on one client, each delivered once', async () => {
  for (const id of ['ORDER-1', 'ORDER-2']) {
    const authority = await order(id);
    // The page is reloaded: there is one payment.
    expect(await order(id)).toBe(authority);
    await terminal.pay(authority);
    const form = new URLSearchParams({ authority, status_code: '201', amount: '250000', order_id: id });
    const byPost = await fetch(`${shop}/return.php`, { method: 'POST', body: form });
    expect(await byPost.text()).toMatch(/^Paid, with the reference \w+\.$/);
    const byGet = await fetch(`${shop}/return.php?${form}`);
    expect(await byGet.text()).toMatch(/^Paid, with the reference \w+\.$/);
    form.set('amount', '1000');
    expect((await fetch(`${shop}/return.php?${form}`)).status).toBe(400);
    expect(delivered(id)).toBe(1);
  }
});

it('does not deliver what nobody has paid', async () => {
  const authority = await order('ORDER-3');
  const form = new URLSearchParams({ authority, status_code: '100', amount: '250000', order_id: 'ORDER-3' });
  expect(await (await fetch(`${shop}/return.php?${form}`)).text()).toBe('Not paid yet.');
  expect(delivered('ORDER-3')).toBe(0);
});

it('hears of a payment by a webhook, and refuses a forged one', async () => {
  const { subscribeWebhook } = createClient({
    token: terminal.token,
    secretKey: terminal.secretKey ?? undefined,
    environment: 'sandbox',
    baseUrl: gateway.url,
  });
  const url = `${shop}/webhook.php`;
  const subscribed = await subscribeWebhook({ url, events: ['payment.completed'], secret: webhookSecret });
  expect(subscribed.ok).toBe(true);
  const authority = await order('ORDER-4');
  await terminal.pay(authority);
  // The payer closes the browser; an event is a hint to look.
  const data = JSON.stringify({
    authority,
    amount: 250_000,
    status: 'pending',
    created_at: '1404-06-29 10:30:00',
  });
  const sent = {
    method: 'POST',
    headers: {
      [signing.webhook.signature_header]: signWebhook(data, webhookSecret),
      [signing.webhook.timestamp_header]: String(Math.floor(Date.now() / 1000)),
      [headers.webhookEvent]: 'payment.created',
      [headers.webhookId]: 'event-1',
    },
    body: `{"event":"payment.created","data":${data}}`,
  };
  expect((await fetch(url, sent)).status).toBe(200);
  expect((await fetch(url, sent)).status).toBe(200);
  expect(delivered('ORDER-4')).toBe(1);
  // Its verification is an event of the gateway's own.
  await vi.waitFor(async () => {
    expect((await terminal.deliveries()).map(({ attempts }) => attempts.at(-1)?.response_code)).toEqual([
      200,
    ]);
  }, 20_000);
  expect((await fetch(url, { method: 'POST', body: '{}' })).status).toBe(401);
  expect(said).not.toMatch(/Warning|Deprecated|Fatal/);
});
