// The code of the Java README as printed: two orders, a callback, a verification and a webhook, at a sandbox.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../../foundation/reader/paths.ts';
import { startSandbox, type TestingSandbox } from '../../../sandbox/src/testing/index.ts';
import { type Endpoint, endpoint } from '../../../sandbox/test/support/endpoint.ts';
import { createClient } from '../../src/index.ts';
import { type Driver, startDriver } from '../scenarios/driver.ts';
import { javaProject } from './drivers/java.ts';

const place = join(root, 'client/java');
const webhookSecret = 'the secret of the webhook';
const amount = 250_000;

let folder: string;
let gateway: TestingSandbox;
let hooks: Endpoint;
let shop: Driver;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'irandargah-readme-'));
  gateway = await startSandbox();
  hooks = await endpoint();
  const readme = await readFile(join(place, 'README.md'), 'utf8');
  const samples = [...readme.matchAll(/```java\n([\s\S]*?)```/g)].map(([, sample = '']) => sample);
  const cwd = await javaProject(
    folder,
    {
      'Shop.java': `import com.irandargah.*;\nimport java.util.*;\n\nclass Shop {\n${samples.join('\n')}\n}\n`,
      'ReadmeShop.java': await readFile(join(place, 'scenarios/ReadmeShop.java'), 'utf8'),
    },
    [['com.fasterxml.jackson.core:jackson-databind', '2.19.0']],
  );
  const env = {
    IRANDARGAH_TOKEN: gateway.token,
    IRANDARGAH_SECRET_KEY: gateway.secretKey ?? undefined,
    IRANDARGAH_URL: gateway.url,
    IRANDARGAH_WEBHOOK_SECRET: webhookSecret,
  };
  shop = startDriver(['java', '@classpath.txt', 'ReadmeShop'], { cwd, env });
}, 600_000);

afterAll(async () => {
  await Promise.all([shop?.close(), gateway.close(), hooks.close()]);
  await rm(folder, { recursive: true, force: true });
});

const ask = (question: object): Promise<unknown> => shop.ask(question as never);

it('takes two orders, reads a callback, verifies, and handles a webhook once', async () => {
  const { subscribeWebhook } = createClient({
    token: gateway.token,
    ...(gateway.secretKey && { secretKey: gateway.secretKey }),
    environment: 'sandbox',
    baseUrl: gateway.url,
  });
  await subscribeWebhook({ url: hooks.url, events: ['payment.completed'], secret: webhookSecret });

  const authorities: string[] = [];
  for (const order_id of ['ORDER-1', 'ORDER-2']) {
    const address = await ask({ do: 'start', order_id, amount, key: `key-of-${order_id}` });
    expect(await ask({ do: 'start', order_id, amount, key: `key-of-${order_id}` })).toBe(address);
    authorities.push(String(address).split('/').at(-1) as string);
  }
  const [first, second] = authorities as [string, string];
  expect(first).not.toBe(second);
  await gateway.pay(first);

  const callback = (change: Record<string, string>) => {
    const fields = {
      authority: first,
      status_code: '201',
      message: '',
      amount: `${amount}`,
      order_id: 'ORDER-1',
    };
    return ask({ do: 'return', query: `${new URLSearchParams({ ...fields, ...change })}` });
  };
  expect(await callback({ amount: '1' })).toBe(400);
  expect(await callback({})).toBe(200);
  expect(await ask({ do: 'settle', authority: first, amount, order_id: 'ORDER-1' })).toMatch(/^paid, \w/);
  expect(await ask({ do: 'settle', authority: second, amount, order_id: 'ORDER-2' })).toBe('not paid yet');
  const otherAmount = { do: 'settle', authority: first, amount: amount * 2, order_id: 'ORDER-1' };
  expect(await ask(otherAmount)).toBe('let a person look');

  await hooks.arrived(1);
  const [{ text = '', headers = {} } = {}] = hooks.received;
  const delivery = { do: 'webhook', body: Buffer.from(text).toString('base64'), headers };
  expect(await ask(delivery)).toBe(200);
  expect(await ask(delivery)).toBe(200);
  const forged = Buffer.from(text.replace(String(amount), '1')).toString('base64');
  expect(await ask({ ...delivery, body: forged })).toBe(401);
});
