// The samples of the Python README as printed: two orders, a verification and a webhook at a sandbox.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../../foundation/reader/paths.ts';
import { startSandbox, type TestingSandbox } from '../../../sandbox/src/testing/index.ts';
import { type Endpoint, endpoint } from '../../../sandbox/test/support/endpoint.ts';
import { createClient } from '../../src/index.ts';
import { installPython } from './drivers/python.ts';

const secret = 'the secret of the webhook';

let folder: string;
let python: string;
let gateway: TestingSandbox;
let shop: Endpoint;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'irandargah-readme-'));
  python = await installPython(folder, 'whl', '[requests,django,fastapi]');
  gateway = await startSandbox();
  shop = await endpoint();
}, 600_000);
afterAll(async () => {
  await Promise.all([gateway.close(), shop.close()]);
  await rm(folder, { recursive: true, force: true });
});

/** The shop of the README. Each call of one of its functions is answered by a line. */
function startShop(env: NodeJS.ProcessEnv) {
  const program = join(root, 'client/python/scenarios/readme.py');
  const child = spawn(python, [program], {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await lines.next()).value as string);
  return {
    begun: next,
    call: async (...words: unknown[]): Promise<unknown> => {
      child.stdin.write(`${JSON.stringify(words)}\n`);
      return (await next()).value;
    },
    close: async () => {
      child.stdin.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

const bytes = (text: string) => ({ base64: Buffer.from(text).toString('base64') });

it('takes two orders, verifies the one that is paid, and handles its webhooks', async () => {
  const terminal = await gateway.terminal({ require_signature: true });
  const secretKey = terminal.secretKey as string;
  const client = createClient({
    token: terminal.token,
    secretKey,
    environment: 'sandbox',
    baseUrl: gateway.url,
  });
  const events = ['payment.completed', 'verification.completed'] as const;
  await client.subscribeWebhook({ url: shop.url, events: [...events], secret });
  const program = startShop({
    IRANDARGAH_TOKEN: terminal.token,
    IRANDARGAH_SECRET_KEY: secretKey,
    IRANDARGAH_URL: gateway.url,
    IRANDARGAH_WEBHOOK_SECRET: secret,
  });
  try {
    expect(await program.begun()).toMatchObject({
      made: expect.arrayContaining(['app', 'status_of', 'urlpatterns', 'with_requests']),
      // What its sample of an error prints.
      said: expect.stringContaining('ErrorTransactionNotFound'),
    });
    const pages = [
      await program.call('checkout', 'ORDER-1', 25_000),
      await program.call('checkout', 'ORDER-2', 30_000),
    ];
    const [first = '', second = ''] = pages.map((page) => String(page).split('/').at(-1));
    expect(first).not.toBe(second);

    await terminal.pay(first);
    const back = (authority: string, order: string, amount: string, code: string) =>
      bytes(
        new URLSearchParams({
          authority,
          order_id: order,
          amount,
          status_code: code,
          message: '',
        }).toString(),
      );
    const returned = (form: unknown) => program.call('payment_return', 'POST', '', form);
    expect(await returned(back(first, 'ORDER-1', '250000', '201'))).toEqual([303, '/orders/ORDER-1']);
    expect(await returned(back(second, 'ORDER-2', '300000', '-1'))).toEqual([
      303,
      '/orders/ORDER-2?unpaid=payment_unpaid',
    ]);
    expect(await returned(back(first, 'ORDER-2', '250000', '201'))).toEqual([400, 'order_differs']);

    await shop.arrived(events.length);
    for (const { text, headers } of shop.received) {
      expect(await program.call('webhook', bytes(text), headers)).toBe(200);
      expect(await program.call('webhook', bytes(text), headers)).toBe(200);
      expect(await program.call('webhook', bytes(`${text} `), { ...headers, 'X-Webhook-ID': 'x' })).toBe(401);
    }
  } finally {
    await program.close();
  }
}, 120_000);
