// Everything around the sandbox breaks while shops are at work: what was acknowledged is there, once, and every event comes.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { type Trouble, troubles } from '../../../scripts/docs/guides/troubles.ts';
import { connectSandbox } from '../../src/testing/index.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { type SandboxProcess, sandboxProcess } from '../support/process.ts';
import { type CountingReceiver, countingReceiver } from '../support/receiver.ts';
import { busyShop, type Gateway, type Ledger, ledger, settleAccounts } from '../support/shop.ts';
import { documented, keep, type Outcomes, summaryOf, tableOf } from './outcomes.ts';

const outcomes: Outcomes = {};

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(async () => {
  await server.stop();
  console.log(`${tableOf(outcomes)}\n\n${summaryOf(outcomes)}`);
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'irandargah-chaos-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function started(
  args: string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<SandboxProcess> {
  const running = await sandboxProcess(args, environment);
  onTestFinished(async () => {
    if (running.child.exitCode === null && running.child.signalCode === null) await running.kill();
  });
  return running;
}

async function receiverOf(gateway: Gateway): Promise<CountingReceiver> {
  const receiver = await countingReceiver();
  onTestFinished(receiver.close);
  await subscribe(gateway, receiver.url);
  return receiver;
}

async function subscribe({ url, token }: Gateway, to: string): Promise<void> {
  const response = await fetch(`${url}/v2/webhooks/subscribe`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
    body: JSON.stringify({ url: to, events: ['payment.created'] }),
  });
  expect(response.status).toBe(201);
}

/** Until the health check says so, which also writes. */
async function wellAgain({ url }: Gateway): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    const status = await fetch(`${url}/health`).then(
      (response) => response.status,
      () => 0,
    );
    if (status === 200) return;
    await pause(50);
  }
  throw new Error('The sandbox did not recover.');
}

/** Settles the accounts and waits for what is still owed: longer than a claim of a process that was killed. */
async function judge(trouble: Trouble, gateway: Gateway, book: Ledger, receiver: CountingReceiver) {
  await wellAgain(gateway);
  const account = await settleAccounts(gateway, book);
  // One for each key, since each repetition has made what was not there.
  const owed = book.sent.size;
  for (let tries = 0; receiver.delivered() < owed && tries < 900; tries += 1) await pause(100);
  outcomes[trouble] = { ...account, owed, delivered: receiver.delivered() };
  console.log(
    troubles[trouble].en,
    account,
    book.refusals,
    `owed ${owed}, delivered ${receiver.delivered()}`,
  );
  expect(account).toMatchObject({ lost: 0, doubled: 0 });
  expect(account.acknowledged).toBeGreaterThan(50);
  expect(receiver.delivered()).toBe(owed);
}

/** Lets a shop work until it has so many more answers. */
async function letWork(book: Ledger, answers: number): Promise<void> {
  const goal = book.acknowledged() + answers;
  for (let tries = 0; book.acknowledged() < goal && tries < 3_000; tries += 1) await pause(10);
}

it('survives 20 kill -9', async () => {
  const folder = temporaryFolder();
  let running = await started(['--data', folder]);
  const receiver = await receiverOf(running);
  const book = ledger();
  for (let crash = 0; crash < 20; crash += 1) {
    const shop = busyShop(() => [running], book, 8);
    await letWork(book, 10 + crash);
    await running.kill();
    await shop.stop();
    running = await started(['--data', folder]);
  }
  await judge('kills', running, book, receiver);
});

it('survives a full disk, tells of it, and goes on when there is room again', async () => {
  const folder = temporaryFolder();
  const running = await started(['--data', folder]);
  const receiver = await receiverOf(running);
  const book = ledger();
  const shop = busyShop(() => [running], book, 4);
  await letWork(book, 60);
  const limit = (bytes: string) =>
    execFileSync('prlimit', ['--pid', String(running.child.pid), `--fsize=${bytes}:unlimited`]);
  // No file may grow any more, which is what a full disk says.
  limit('4096');
  await pause(1_500);
  expect(running.child.exitCode, running.errors()).toBe(null);
  expect((await fetch(`${running.url}/health`)).status).toBe(500);
  limit('unlimited');
  await wellAgain(running);
  await letWork(book, 30);
  await shop.stop();
  expect([...book.refusals.keys()].filter((outcome) => outcome !== '500')).toEqual([]);
  await judge('fullDisk', running, book, receiver);
});

it('says in a sentence that a disk is read-only', async () => {
  const folder = temporaryFolder();
  const identity = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  execFileSync('chmod', ['555', folder]);
  const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));
  const child = spawn(process.execPath, [cli, '--port', '0', '--data', join(folder, 'data')], identity);
  let errors = '';
  child.stderr.on('data', (chunk) => {
    errors += chunk;
  });
  const code = await new Promise((resolve) => child.on('exit', resolve));
  expect([code, errors]).toEqual([
    1,
    expect.stringMatching(/^The sandbox could not start: The data folder .*\n$/),
  ]);
});

it('stops among silent and slow sockets, and starts again', async () => {
  const folder = temporaryFolder();
  let running = await started(['--data', folder]);
  const receiver = await receiverOf(running);
  const book = ledger();
  for (let stop = 0; stop < 3; stop += 1) {
    const { hostname, port } = new URL(running.url);
    const sockets: Socket[] = [];
    for (const text of [
      '',
      'POST /v2/pay',
      'POST /v2/payments HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{',
    ]) {
      for (let count = 0; count < 20; count += 1) {
        const socket = connect(Number(port), hostname, () => void (text && socket.write(text)));
        socket.on('error', () => {});
        sockets.push(socket);
      }
    }
    const shop = busyShop(() => [running], book, 6);
    await letWork(book, 40);
    const begin = performance.now();
    expect(await running.stop()).toBe(0);
    expect(performance.now() - begin).toBeLessThan(6_000);
    await shop.stop();
    for (const socket of sockets) socket.destroy();
    running = await started(['--data', folder]);
  }
  await judge('sockets', running, book, receiver);
});

it('bears receivers that hang or answer without end, beside one that is well', async () => {
  const running = await started(['--data', temporaryFolder()]);
  const bad = [await countingReceiver('never'), await countingReceiver('endless')];
  for (const { url, close } of bad) {
    onTestFinished(close);
    const other = await connectSandbox(running.url);
    const theirs = { url: running.url, token: other.token, secretKey: other.secretKey ?? '' };
    await subscribe(theirs, url);
    const shop = busyShop(() => [theirs], ledger(), 2);
    await pause(500);
    await shop.stop();
  }
  const receiver = await receiverOf(running);
  const book = ledger();
  const shop = busyShop(() => [running], book, 6);
  await letWork(book, 200);
  await shop.stop();
  await judge('receivers', running, book, receiver);
});

it('bears clocks that jump', async () => {
  const running = await started(['--data', temporaryFolder()]);
  const merchant = await connectSandbox(running.url, { secret_key: null });
  const receiver = await receiverOf(running);
  const book = ledger();
  const shop = busyShop(() => [running], book, 6);
  for (const seconds of [60, 86_400, 30 * 86_400, 365 * 86_400]) {
    await letWork(book, 20);
    const response = await fetch(`${running.url}/_sandbox/clock`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ advance_seconds: seconds, terminal: merchant.id }),
    });
    expect(response.status).toBe(200);
  }
  await shop.stop();
  await judge('clocks', running, book, receiver);
});

/** Two processes on one PostgreSQL, and a terminal that both serve. */
async function twoProcesses() {
  const environment = { ...process.env, DATABASE_URL: await server.database() };
  const one = await started(['--memory'], environment);
  const other = await started(['--memory'], environment);
  const { token, secretKey } = await connectSandbox(one.url);
  const at = ({ url }: SandboxProcess): Gateway => ({ url, token, secretKey: secretKey ?? '' });
  return { one, other, at, environment };
}

it('survives connections that die between two queries of a transaction', async () => {
  const { one, other, at } = await twoProcesses();
  const receiver = await receiverOf(at(one));
  const book = ledger();
  const shop = busyShop(() => [at(one), at(other)], book, 8);
  for (let cut = 0; cut < 60; cut += 1) {
    // Some work between two cuts, however slow the machine is.
    await letWork(book, 1);
    await pause(20);
    await server.run(
      "select pg_terminate_backend(pid) from pg_stat_activity where datname like 'sandbox_%' and (state like 'idle in%' or random() < 0.2)",
    );
  }
  await shop.stop();
  for (const { child } of [one, other]) expect(child.exitCode).toBe(null);
  await judge('cuts', at(one), book, receiver);
});

it('survives the end of PostgreSQL itself', async () => {
  const { one, other, at } = await twoProcesses();
  const receiver = await receiverOf(at(one));
  const book = ledger();
  const shop = busyShop(() => [at(one), at(other)], book, 8);
  for (let crash = 0; crash < 3; crash += 1) {
    await letWork(book, 50);
    await server.crash();
    await pause(300);
    await server.start();
    await Promise.all([wellAgain(at(one)), wellAgain(at(other))]);
  }
  await letWork(book, 50);
  await shop.stop();
  for (const { child } of [one, other]) expect(child.exitCode).toBe(null);
  await judge('postmaster', at(other), book, receiver);
});

it('survives the end of one of two processes', async () => {
  const { one, other, at } = await twoProcesses();
  const receiver = await receiverOf(at(one));
  const book = ledger();
  let gateways = [at(one), at(other)];
  const shop = busyShop(() => gateways, book, 8);
  await letWork(book, 100);
  await other.kill();
  await letWork(book, 20);
  gateways = [at(one)];
  await letWork(book, 50);
  await shop.stop();
  await judge('process', at(one), book, receiver);
});

it('is told of in the documentation, trouble by trouble', () => {
  if (process.env.UPDATE_TABLES) keep(outcomes);
  expect(documented(), 'run it with UPDATE_TABLES=1 and commit the result').toEqual(Object.keys(outcomes));
});
