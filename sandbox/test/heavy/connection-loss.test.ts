// The sandbox outlives its database: connections that are cut in the middle of a transaction, a server that is killed.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { connectSandbox } from '../../src/testing/index.ts';
import { type Endpoint, endpoint } from '../support/endpoint.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { type SandboxProcess, sandboxProcess } from '../support/process.ts';
import { busyShop, ledger, settleAccounts } from '../support/shop.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

async function started(databaseUrl: string): Promise<SandboxProcess> {
  const running = await sandboxProcess(['--memory'], { ...process.env, DATABASE_URL: databaseUrl });
  onTestFinished(() => running.kill());
  return running;
}

const cutAll = () =>
  server.run("select pg_terminate_backend(pid) from pg_stat_activity where datname like 'sandbox_%'");

/** Until the health check says so again. */
async function wellAgain({ url }: SandboxProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if ((await fetch(`${url}/health`)).status === 200) return;
    await pause(50);
  }
  throw new Error('The sandbox did not recover.');
}

it('goes on when its connections to PostgreSQL are cut under load, and loses no payment', async () => {
  const running = await started(await server.database());
  const book = ledger();
  const shop = busyShop(() => [running], book);
  for (let cut = 0; cut < 40; cut += 1) {
    // In the middle of the work: a slow machine gets some done before the next cut, as a fast one does.
    const before = book.acknowledged();
    await pause(50);
    while (book.acknowledged() < before + 3) await pause(10);
    await cutAll();
    expect(running.child.exitCode).toBe(null);
  }
  await shop.stop();
  await wellAgain(running);
  const account = await settleAccounts(running, book);
  expect(account.acknowledged).toBeGreaterThan(100);
  expect(account).toMatchObject({ lost: 0, doubled: 0 });
  // Whoever did not get through was told so in the contract's words, and was not left without an answer.
  expect([...book.refusals.keys()].filter((outcome) => outcome !== '500')).toEqual([]);
  console.log('40 cuts of all connections:', account, book.refusals);
});

it('goes on when PostgreSQL is killed and started again, with two processes, and delivers what it owes', async () => {
  const database = await server.database();
  const [one, other] = [await started(database), await started(database)];
  const receiver: Endpoint = await endpoint();
  onTestFinished(receiver.close);
  const merchant = await connectSandbox(one.url);
  await fetch(`${one.url}/v2/webhooks/subscribe`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${merchant.token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ url: receiver.url, events: ['payment.created'] }),
  });
  const gateways = [one, other].map(({ url }) => ({
    url,
    token: merchant.token,
    secretKey: merchant.secretKey ?? '',
  }));
  const book = ledger();
  const shop = busyShop(() => gateways, book, 8);
  for (let crash = 0; crash < 3; crash += 1) {
    await pause(700);
    await server.crash();
    await pause(300);
    await server.start();
    await Promise.all([wellAgain(one), wellAgain(other)]);
  }
  await pause(300);
  await shop.stop();
  for (const { child } of [one, other]) expect(child.exitCode).toBe(null);
  const account = await settleAccounts(gateways[0] as (typeof gateways)[0], book);
  expect(account).toMatchObject({ lost: 0, doubled: 0 });
  const owed = book.sent.size;
  const delivered = () => new Set(receiver.received.map(({ headers }) => headers['x-webhook-id'])).size;
  for (let tries = 0; delivered() < owed && tries < 1200; tries += 1) await pause(100);
  expect(delivered()).toBe(owed);
  console.log(
    '3 crashes of PostgreSQL:',
    account,
    book.refusals,
    `webhooks owed ${owed}, delivered ${delivered()}`,
  );
});
