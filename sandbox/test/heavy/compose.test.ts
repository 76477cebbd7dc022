// What compose.yaml starts, without Docker: PostgreSQL, two sandboxes and a proxy share load, locks, limits and deliveries.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { errors, operations, rateLimits } from '../../../generated/facts.ts';
import { connectSandbox, type TestingTerminal } from '../../src/testing/index.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { type SandboxProcess, sandboxProcess } from '../support/process.ts';
import { type SmallProxy, startProxy } from '../support/proxy.ts';
import { countingReceiver } from '../support/receiver.ts';
import { payment } from '../support/sandbox.ts';
import { busyShop, ledger, settleAccounts } from '../support/shop.ts';

interface Service {
  image: string;
  command?: string[];
  environment?: Record<string, string>;
  ports?: string[];
}

const folder = join(import.meta.dirname, '../..');
const { services } = parse(readFileSync(join(folder, 'compose.yaml'), 'utf8'), { merge: true }) as {
  services: Record<string, Service>;
};
const sandboxes = Object.keys(services).filter((name) => name.startsWith('sandbox'));
const controlToken = 'a control token for tests';

let server: PostgresServer;
let proxy: SmallProxy;
let processes: SandboxProcess[];

beforeAll(async () => {
  server = await startPostgres();
  const database = await server.database();
  proxy = await startProxy();
  processes = await Promise.all(
    sandboxes.map((name) => {
      const { command = [], environment = {} } = services[name] as Service;
      // The same words, but for the addresses, and with a control token as compose.yaml demands one.
      const places: Record<string, string> = { '0.0.0.0': '127.0.0.1', 'http://localhost:8080': proxy.url };
      const args = command.map((word) => places[word] ?? word);
      const values: Record<string, string> = {
        DATABASE_URL: database,
        IRANDARGAH_CONTROL_TOKEN: controlToken,
        IRANDARGAH_PANEL_PASSWORD: 'a password for tests',
      };
      expect(Object.keys(environment).sort()).toEqual(Object.keys(values).sort());
      return sandboxProcess(['--memory', ...args], { ...process.env, ...values });
    }),
  );
  proxy.upstreams = processes.map(({ child }, index) => {
    expect(child.exitCode).toBe(null);
    return listening(processes[index] as SandboxProcess);
  });
});
afterAll(async () => {
  proxy.close();
  await Promise.all(processes.map((running) => running.kill()));
  await server.stop();
});

/** Where a process itself listens; it tells users the proxy's address. */
function listening({ output }: SandboxProcess): string {
  return /http:\/\/127\.0\.0\.1:[0-9]+/.exec(output())?.[0] ?? '';
}

const terminal = (options: object = {}) => connectSandbox(proxy.url, { controlToken, ...options });

const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);
/** How many answers each process has given, of one status or of all. */
const shares = (status?: number) =>
  proxy.upstreams.map((upstream) => {
    const counts = proxy.answers.get(upstream) ?? new Map<number, number>();
    return status === undefined ? sum(counts.values()) : (counts.get(status) ?? 0);
  });

function ask(shop: TestingTerminal, path: string, body: object, key: string) {
  return fetch(`${proxy.url}${path}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${shop.token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
    },
    body: JSON.stringify(body),
  });
}

/** The statuses of many requests at the same moment, and how often each came. */
async function countStatuses(answers: Promise<Response>[]) {
  const statuses = (await Promise.all(answers)).map(({ status }) => status);
  return Object.fromEntries([...Map.groupBy(statuses, Number)].map(([key, found]) => [key, found.length]));
}

describe('compose.yaml', () => {
  it('names the sandboxes that its proxy knows, one database for both, and the address that it opens', () => {
    const nginx = readFileSync(join(folder, 'compose.nginx.conf'), 'utf8');
    expect([...nginx.matchAll(/server (\S+):4020;/g)].map(([, name]) => name)).toEqual(sandboxes);
    expect(sandboxes).toHaveLength(2);
    const [one, other] = sandboxes.map((name) => services[name]);
    expect(one?.command).toEqual(other?.command);
    expect(one?.environment).toEqual(other?.environment);
    expect(one?.environment?.DATABASE_URL).toContain('@database:');
    const published = /^127\.0\.0\.1:([0-9]+):([0-9]+)$/.exec(services.proxy?.ports?.[0] ?? '');
    expect(one?.command).toContain(`http://localhost:${published?.[1]}`);
    expect(nginx).toContain(`listen ${published?.[2]};`);
  });
});

describe('two processes behind a proxy', () => {
  it('share the load, and every payment is there once', async () => {
    const shop = await terminal();
    const before = shares(200);
    const gateway = { url: proxy.url, token: shop.token, secretKey: shop.secretKey ?? '' };
    const book = ledger();
    const busy = busyShop(() => [gateway], book, 16);
    while (book.acknowledged() < 400) await pause(10);
    await busy.stop();
    expect(book.refusals).toEqual(new Map());
    const gained = shares(200).map((count, index) => count - (before[index] ?? 0));
    console.log(`${book.acknowledged()} payments, ${gained.join(' and ')} by each process`);
    expect(Math.min(...gained)).toBeGreaterThan(book.acknowledged() / 3);
    expect(await settleAccounts(gateway, book)).toMatchObject({ lost: 0, doubled: 0 });
  });

  it('share locks: one key makes one payment, and one payment is verified once', async () => {
    const shop = await terminal({ secret_key: null });
    const create = () => ask(shop, operations.createPayment.path, payment, 'one-key');
    const texts = await Promise.all(Array.from({ length: 40 }, async () => (await create()).text()));
    expect(new Set(texts).size).toBe(1);
    const { authority } = JSON.parse(texts[0] ?? '').data.transaction;
    await shop.pay(authority, 'success');
    const verifications = Array.from({ length: 40 }, (_, count) =>
      ask(
        shop,
        operations.createVerification.path,
        { authority, amount: payment.amount, order_id: payment.order_id },
        `verification-${count}`,
      ),
    );
    const { ErrorAlreadyVerified: again } = errors;
    expect(await countStatuses(verifications)).toEqual({ 200: 1, [again.http[0]]: 39 });
  });

  it('share limits: together they let through what one alone would', async () => {
    const shop = await terminal({ secret_key: null });
    const { limit } = rateLimits[operations.createPayment.rateLimits[0]];
    const before = shares(429);
    const many = Array.from({ length: limit + 30 }, (_, count) =>
      ask(shop, operations.createPayment.path, payment, `limited-${count}`),
    );
    expect(await countStatuses(many)).toEqual({ 200: limit, 429: 30 });
    expect(sum(shares(429)) - sum(before)).toBe(30);
  });

  it('share deliveries: each event comes once, whichever process made it', async () => {
    const shop = await terminal();
    const receiver = await countingReceiver();
    onTestFinished(receiver.close);
    await ask(shop, operations.subscribeWebhook.path, { url: receiver.url, events: ['payment.created'] }, '');
    const attempts = () => processes.map(({ errors: log }) => log().split('webhook attempt"').length - 1);
    const before = attempts();
    const gateway = { url: proxy.url, token: shop.token, secretKey: shop.secretKey ?? '' };
    const book = ledger();
    const busy = busyShop(() => [gateway], book, 16);
    while (book.acknowledged() < 200) await pause(10);
    await busy.stop();
    while (receiver.delivered() < book.sent.size) await pause(20);
    await pause(500);
    expect([receiver.delivered(), receiver.arrivals()]).toEqual([book.sent.size, book.sent.size]);
    const gained = attempts().map((count, index) => count - (before[index] ?? 0));
    console.log(`${book.sent.size} events, ${gained.join(' and ')} delivered by each process`);
    expect(sum(gained)).toBe(book.sent.size);
    expect(Math.min(...gained)).toBeGreaterThan(0);
  });

  it('share terminals, faults and clocks: what one was told, the other does', async () => {
    const shop = await terminal({ secret_key: null, starts_at: '2026-11-24T08:30:00Z' });
    await shop.fault({ kind: 'error', error: 'ErrorInternal', operation: 'createPayment', times: 4 });
    const failing = Array.from({ length: 6 }, (_, count) =>
      ask(shop, operations.createPayment.path, payment, `faulty-${count}`),
    );
    expect(await countStatuses(failing)).toEqual({ 200: 2, 500: 4 });
    await shop.advance(3_600);
    const clocks = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const response = await fetch(`${proxy.url}/_sandbox/clock?terminal=${shop.id}`, {
          headers: { 'X-Control-Token': controlToken },
        });
        return JSON.stringify(await response.json());
      }),
    );
    expect([...new Set(clocks)]).toEqual([expect.stringContaining('1405-09-03 13:00:00')]);
  });

  it('keep the control API and the panel from whoever has no secret', async () => {
    expect((await fetch(`${proxy.url}/_sandbox/terminals`)).status).toBe(403);
    const panel = await fetch(`${proxy.url}/dashboard/en/`, { redirect: 'manual' });
    expect(panel.status).not.toBe(200);
  });
});
