// The program of the Go README, as printed and with the module as it is published: two orders, and their webhooks.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { root } from '../../../foundation/reader/paths.ts';
import {
  startSandbox,
  type TestingSandbox,
  type TestingTerminal,
} from '../../../sandbox/src/testing/index.ts';
import { createClient } from '../../src/index.ts';
import { buildWithModule } from './drivers/go.ts';

const secretKey = 'the secret key: کلید';
const webhookSecret = 'the secret of the webhook';
const module = join(root, 'client/go');

let folder: string;
let gateway: TestingSandbox;
let terminal: TestingTerminal;
let shop: ChildProcess;
let address: string;
let log = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'irandargah-readme-go-'));
  gateway = await startSandbox();
  terminal = await gateway.terminal({ require_signature: true, secret_key: secretKey });
  const readme = await readFile(join(module, 'README.md'), 'utf8');
  const pieces = [...readme.matchAll(/```go\n([\s\S]*?)```/g)].map(([, piece]) => piece);
  const source = join(folder, 'readme.go');
  await writeFile(source, pieces.join('\n'));
  const program = await buildWithModule(module, folder, source);
  address = `127.0.0.1:${await getPort()}`;
  shop = spawn(program, {
    env: {
      ...process.env,
      IRANDARGAH_TOKEN: terminal.token,
      IRANDARGAH_SECRET_KEY: secretKey,
      IRANDARGAH_URL: gateway.url,
      WEBHOOK_SECRET: webhookSecret,
      ADDRESS: address,
    },
  });
  shop.stderr?.on('data', (chunk: Buffer) => {
    log += chunk;
  });
  await vi.waitUntil(
    () =>
      fetch(`http://${address}/`).then(
        () => true,
        () => false,
      ),
    { timeout: 20_000 },
  );
}, 600_000);

afterAll(async () => {
  shop?.kill();
  await gateway.close();
  await rm(folder, { recursive: true });
});

/** Buys, and gives the authority of the payment to which the shop sends the browser. */
async function buy(order: string): Promise<string> {
  const { status, headers } = await fetch(`http://${address}/buy?order=${order}`, { redirect: 'manual' });
  expect(status, log).toBe(303);
  return headers.get('location')?.split('/').at(-1) as string;
}

it('takes two orders on one client, verifies both, and handles their webhooks', async () => {
  const { subscribeWebhook } = createClient({
    token: terminal.token,
    secretKey,
    environment: 'sandbox',
    baseUrl: gateway.url,
  });
  const url = `http://${address}/webhook`;
  const subscribed = await subscribeWebhook({ url, events: ['payment.completed'], secret: webhookSecret });
  expect(subscribed.ok).toBe(true);

  for (const order of ['ORDER-1', 'ORDER-2']) {
    const { callback_answers } = await terminal.pay(await buy(order), 'success', { callback: true });
    const body = expect.stringMatching(`^paid: ${order} \\w`);
    expect(callback_answers, log).toMatchObject([{ status: 200, body }]);
  }
  await vi.waitUntil(() => /webhook ORDER-1 paid/.test(log) && /webhook ORDER-2 paid/.test(log), {
    timeout: 20_000,
  });
  const asked = (await terminal.requests()).filter(({ operation }) => operation === 'createPayment');
  expect(asked.map(({ status }) => status)).toEqual([200, 200]);
});

it('tells the payer that it is not paid, and refuses a forged return and a forged webhook', async () => {
  const authority = await buy('ORDER-3');
  const returned = (amount: number) =>
    fetch(`http://${address}/return`, {
      method: 'POST',
      body: new URLSearchParams({
        authority,
        status_code: '100',
        message: '',
        amount: String(amount),
        order_id: 'ORDER-3',
      }),
    });
  expect(await (await returned(250_000)).text()).toBe('not paid: payment_unpaid for good: false\n');
  expect((await returned(1000)).status).toBe(400);
  expect((await fetch(`http://${address}/webhook`, { method: 'POST', body: '{}' })).status).toBe(401);
});
