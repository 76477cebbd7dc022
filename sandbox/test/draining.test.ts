// Webhooks leave as fast as their receivers answer, never too many at one host, and each at its moment.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { webhookDelivery } from '../../generated/facts.ts';
import { noon, type TestSandbox, type TestTerminal, testSandbox } from './support/sandbox.ts';

const closing: (() => Promise<unknown> | unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A receiver that counts how many are with it at the same moment. */
async function receiver(answerAfter: number | 'never') {
  const seen = { url: '', ids: new Map<string, number>(), now: 0, most: 0 };
  const server = createServer((request, response) => {
    const id = String(request.headers['x-webhook-id']);
    seen.ids.set(id, (seen.ids.get(id) ?? 0) + 1);
    seen.now += 1;
    seen.most = Math.max(seen.most, seen.now);
    response.on('close', () => {
      seen.now -= 1;
    });
    request.resume();
    if (answerAfter !== 'never') setTimeout(() => response.end('ok'), answerAfter);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  seen.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return seen;
}

async function sandboxOf(): Promise<TestSandbox> {
  const sandbox = await testSandbox();
  closing.push(sandbox.close);
  return sandbox;
}

/** So many events for a shop, written at once, as after an outage of its receiver. */
async function owe(sandbox: TestSandbox, shop: TestTerminal, url: string, count: number): Promise<void> {
  await shop.call('subscribeWebhook', { body: { url, events: ['payment.created'] }, sign: false });
  const { db } = sandbox.services.storage;
  const { id: webhook_id } = await db
    .selectFrom('webhooks')
    .select('id')
    .where('terminal_id', '=', shop.id)
    .executeTakeFirstOrThrow();
  for (let start = 0; start < count; start += 100) {
    await db
      .insertInto('deliveries')
      .values(
        Array.from({ length: Math.min(100, count - start) }, (_, index) => ({
          id: `${shop.id}-${start + index}`,
          terminal_id: shop.id,
          webhook_id,
          event: 'payment.created',
          body: '{}',
          signature: 'ab'.repeat(32),
          state: 'pending' as const,
          attempts: 0,
          created_at: noon,
          next_attempt_at: noon,
          claimed_until: 0,
        })),
      )
      .execute();
  }
}

async function until(isSo: () => boolean): Promise<void> {
  for (let tries = 0; !isSo() && tries < 2_000; tries += 1) await new Promise((go) => setTimeout(go, 10));
  expect(isSo()).toBe(true);
}

/** Lets no further turn of the clock come: the next one waits at its first step until the test ends. */
function withoutTurns({ services: { gatewayClock } }: TestSandbox): void {
  const { promise, resolve } = Promise.withResolvers<void>();
  gatewayClock.refresh = () => promise;
  closing.push(resolve);
}

it('a backlog drains by itself, without waiting for a turn of the clock, ten at a time at one host', async () => {
  const sandbox = await sandboxOf();
  const target = await receiver(2);
  const shops = [await sandbox.terminal(), await sandbox.terminal()];
  for (const shop of shops) await owe(sandbox, shop, target.url, 400);
  await sandbox.background.turn();
  withoutTurns(sandbox);
  await until(() => target.ids.size === 800);
  expect([...target.ids.values()].every((times) => times === 1)).toBe(true);
  expect(target.most).toBeLessThanOrEqual(10);
});

it('a host that never answers holds up no other, of its own terminal the others no longer than its time', async () => {
  const sandbox = await sandboxOf();
  const [silent, quick] = [await receiver('never'), await receiver(1)];
  const [unlucky, other] = [await sandbox.terminal(), await sandbox.terminal()];
  await owe(sandbox, unlucky, silent.url, 100);
  await owe(sandbox, other, quick.url, 100);
  await sandbox.background.turn();
  await until(() => quick.ids.size === 100);
  expect(silent.most).toBe(10);
});

it('retries keep their exact moments when many wait', async () => {
  const sandbox = await sandboxOf();
  const shop = await sandbox.terminal({ startsAt: noon, secretKey: null });
  const refusing = createServer((request, response) => {
    request.resume();
    response.writeHead(500).end();
  });
  refusing.listen(0, '127.0.0.1');
  await once(refusing, 'listening');
  closing.push(() => refusing.close());
  const { port } = refusing.address() as AddressInfo;
  await owe(sandbox, shop, `http://127.0.0.1:${port}/`, 120);
  const delays = webhookDelivery.retry_delays_seconds;
  const all = delays.reduce((sum, delay) => sum + delay, 0);
  await sandbox.control('clock', { terminal: shop.id, advance_seconds: all });
  const attempts = await sandbox.services.storage.db.selectFrom('delivery_attempts').selectAll().execute();
  expect(attempts).toHaveLength(120 * (delays.length + 1));
  let due = noon;
  for (const [index, delay] of [0, ...delays].entries()) {
    due += delay * 1000;
    const moments = attempts.filter(({ number }) => number === index + 1).map(({ sent_at: at }) => at);
    expect(new Set(moments)).toEqual(new Set([due]));
  }
});
