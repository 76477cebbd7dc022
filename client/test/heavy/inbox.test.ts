// No event is lost or handled twice in real databases: processes are killed in their handlers, and many get one event.
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { handleOnce } from '@irandargah/client';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { headers as names, signing } from '../../../generated/client-facts.ts';
import { startPostgres } from '../../../sandbox/test/support/postgres.ts';
import { newEvent, testInbox } from '../inbox-rules.ts';
import { type Driver, endLeases, type Inbox, inboxes } from '../inboxes.ts';
import { startMariadb } from './mariadb.ts';

const secret = 'the secret of this webhook';

interface Databases {
  database: () => Promise<string>;
  stop: () => Promise<void> | void;
}

async function sqliteFiles(): Promise<Databases> {
  const folder = mkdtempSync(join(tmpdir(), 'irandargah-inbox-'));
  return {
    database: async () => join(folder, 'shop.sqlite'),
    stop: () => rmSync(folder, { recursive: true, force: true }),
  };
}

const servers: Record<Driver, () => Promise<Databases>> = {
  pg: startPostgres,
  mysql2: startMariadb,
  'mysql2 that counts changed rows': startMariadb,
  'better-sqlite3': sqliteFiles,
  'node:sqlite': sqliteFiles,
};

/** Another process of the shop. */
interface Shop {
  deliver: (order: string, id?: string) => Promise<number>;
  /** SIGKILL: it gets no chance to give anything back. */
  kill: () => Promise<void>;
}

/** An event as the gateway sends it. */
function delivery(order: string, id: string): RequestInit {
  const data = { order };
  const signature = createHmac('sha256', secret).update(JSON.stringify(data)).digest('hex');
  return {
    method: 'POST',
    headers: {
      [signing.webhook.signature_header]: signature,
      [signing.webhook.timestamp_header]: String(Math.floor(Date.now() / 1000)),
      [names.webhookEvent]: 'shop.tested',
      [names.webhookId]: id,
    },
    body: JSON.stringify({ event: 'shop.tested', data, signature }),
  };
}

const running = new Set<ChildProcess>();

interface Pace {
  leaseMs?: number;
  /** How long its handler takes. */
  waitMs?: number;
  /** Whether its handler writes in a transaction of its own, and waits before it commits. */
  transaction?: boolean;
}

async function startShop(
  driver: Driver,
  url: string,
  { leaseMs = 60_000, waitMs = 0, transaction = false }: Pace = {},
): Promise<Shop> {
  const program = join(import.meta.dirname, 'inbox-shop.ts');
  const child = spawn(
    process.execPath,
    [program, driver, url, secret, String(leaseMs), String(waitMs), transaction ? 'transaction' : ''],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    },
  );
  running.add(child);
  const exit = once(child, 'exit');
  const [port] = await Promise.race([
    once(child.stdout, 'data'),
    exit.then(() => Promise.reject(new Error('The shop did not start.'))),
  ]);
  return {
    deliver: async (order, id = `evt_${order}`) => {
      const response = await fetch(`http://127.0.0.1:${String(port).trim()}/`, delivery(order, id));
      return response.status;
    },
    kill: async () => {
      child.kill('SIGKILL');
      await exit;
      running.delete(child);
    },
  };
}

afterEach(async () => {
  await Promise.all(
    [...running].map(async (child) => {
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    }),
  );
  running.clear();
});

describe.each(Object.keys(inboxes) as Driver[])('the inbox by %s', (driver) => {
  let server: Databases;
  let url: string;
  let inbox: Inbox;
  beforeAll(async () => {
    server = await servers[driver]();
    url = await server.database();
    inbox = await inboxes[driver](url);
  });
  afterAll(async () => {
    await inbox?.close();
    await server?.stop();
  });

  const steps = async (event: string) => {
    const rows = await inbox.run('select step from runs where event = ?', event);
    return rows.map(({ step }) => step).sort();
  };
  /** Waits until the handler of an event is under way. */
  const untilBegun = (event: string) =>
    vi.waitFor(async () => expect(await steps(event)).toEqual(['began']), 10_000);

  testInbox(() => ({ store: inbox.store, endLeases: () => endLeases(driver, inbox.run) }), 40);

  it('keeps an event in the form that clients of other languages expect', async () => {
    const { fingerprint } = newEvent({ fingerprint: `رویداد:${'0'.repeat(64)}` });
    expect(await inbox.store.claim(fingerprint, randomUUID(), 60_000)).toBe('claimed');
    const digest = createHash('sha256').update(fingerprint).digest('hex');
    const found = 'select owner from irandargah_inbox where fingerprint = ? and done_at is null';
    expect(await inbox.run(found, digest)).toHaveLength(1);
  });

  it('hands an event on when the process is killed in its handler', async () => {
    const leaseMs = 3000;
    const [one, other] = await Promise.all([
      startShop(driver, url, { leaseMs, waitMs: 600_000 }),
      startShop(driver, url, { leaseMs }),
    ]);
    const answer = one.deliver('killed').catch(() => 'broken');
    await untilBegun('killed');
    await one.kill();
    expect(await answer).toBe('broken');
    // Too early, as no retry of the gateway is: nobody can know yet that the process is dead.
    expect(await other.deliver('killed')).toBe(503);
    await pause(leaseMs);
    expect(await other.deliver('killed')).toBe(200);
    expect(await steps('killed')).toEqual(['began', 'began', 'finished']);
    expect(await other.deliver('killed')).toBe(200);
    expect(await steps('killed')).toEqual(['began', 'began', 'finished']);
  });

  it('hands an event on when a process is killed again and again', async () => {
    const leaseMs = 500;
    const event = 'killed often';
    for (let deaths = 1; deaths <= 3; deaths += 1) {
      const shop = await startShop(driver, url, { leaseMs, waitMs: 600_000 });
      const answer = shop.deliver(event).catch(() => 'broken');
      await vi.waitFor(async () => expect(await steps(event)).toHaveLength(deaths), 10_000);
      await shop.kill();
      expect(await answer).toBe('broken');
      await pause(leaseMs);
    }
    const last = await startShop(driver, url, { leaseMs });
    expect([await last.deliver(event), await last.deliver(event)]).toEqual([200, 200]);
    expect(await steps(event)).toEqual(['began', 'began', 'began', 'began', 'finished']);
  });

  it('handles an event once that many processes get at the same moment', async () => {
    const shops = await Promise.all(Array.from({ length: 4 }, () => startShop(driver, url, { waitMs: 300 })));
    for (const order of ['many-1', 'many-2', 'many-3']) {
      const statuses = await Promise.all(
        Array.from({ length: 50 }, (_, index) =>
          shops[index % shops.length]?.deliver(order, `evt_${order}_${index % 3}`),
        ),
      );
      expect(await steps(order)).toEqual(['began', 'finished']);
      expect(statuses.filter((status) => status !== 503)).toContain(200);
      expect(statuses.every((status) => status === 200 || status === 503)).toBe(true);
      expect(await Promise.all(shops.map((shop) => shop.deliver(order)))).toEqual([200, 200, 200, 200]);
      expect(await steps(order)).toEqual(['began', 'finished']);
    }
  });

  it('answers 503 to a retry while a slow handler runs, and 200 to the next', async () => {
    const [one, other] = await Promise.all([
      startShop(driver, url, { waitMs: 2000 }),
      startShop(driver, url, { waitMs: 2000 }),
    ]);
    const first = one.deliver('slow');
    await untilBegun('slow');
    expect([await one.deliver('slow'), await other.deliver('slow')]).toEqual([503, 503]);
    expect(await first).toBe(200);
    expect([await one.deliver('slow'), await other.deliver('slow')]).toEqual([200, 200]);
    expect(await steps('slow')).toEqual(['began', 'finished']);
  });

  // The processes of one file have one clock, and one connection has no transaction of its own.
  if (driver.includes('sqlite')) return;

  it('does not end a lease because the clock of another server is fast', async () => {
    const { fingerprint } = newEvent();
    await inbox.store.claim(fingerprint, 'one', 60_000);
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 86_400_000 });
    try {
      expect(await inbox.store.claim(fingerprint, 'fast', 60_000)).toBe('running');
    } finally {
      vi.useRealTimers();
    }
  });

  const inTransaction: NonNullable<Inbox['inTransaction']> = (event, work) => {
    if (!inbox.inTransaction) throw new Error('There are no transactions.');
    return inbox.inTransaction(event, work);
  };

  it('commits what the handler writes and that it is done together, or neither', async () => {
    const { store } = inbox;
    const event = newEvent();
    const { id } = event;
    const failing = handleOnce(event, store, (_, markDone) =>
      inTransaction(id, async (connection) => {
        await markDone(connection);
        throw new Error('the shop failed before it committed');
      }),
    );
    await expect(failing).rejects.toThrow('before it committed');
    expect(await steps(id)).toEqual([]);
    const handle = vi.fn((_: unknown, markDone: (connection: never) => Promise<void>) =>
      inTransaction(id, markDone),
    );
    expect(await handleOnce(event, store, handle)).toBe(200);
    expect(await handleOnce(event, store, handle)).toBe(200);
    expect(handle).toHaveBeenCalledOnce();
    expect(await steps(id)).toEqual(['began']);
  });

  it('rolls back what a handler writes that has lost its lease', async () => {
    const { store } = inbox;
    const event = newEvent();
    const { id } = event;
    const slow = handleOnce(event, store, async (_, markDone) => {
      await endLeases(driver, inbox.run);
      expect(await handleOnce(event, store, (_, mark) => inTransaction(id, mark))).toBe(200);
      await inTransaction(id, markDone);
    });
    await expect(slow).rejects.toThrow('lease');
    expect(await steps(id)).toEqual(['began']);
    expect(await handleOnce(event, store, () => {})).toBe(200);
  });

  it('rolls back what a handler writes that loses its lease after its transaction has begun to read', async () => {
    const { store } = inbox;
    const event = newEvent();
    const { id } = event;
    const slow = handleOnce(event, store, (_, markDone) =>
      inTransaction(id, async (connection) => {
        const { query } = connection as { query: (text: string) => Promise<unknown> };
        await query.call(connection, 'select owner from irandargah_inbox');
        await endLeases(driver, inbox.run);
        expect(await handleOnce(event, store, (_, mark) => inTransaction(id, mark))).toBe(200);
        await markDone(connection);
      }),
    );
    await expect(slow).rejects.toThrow();
    expect(await steps(id)).toEqual(['began']);
    expect(await handleOnce(event, store, () => {})).toBe(200);
  });

  it('writes once what a process was killed over before it committed', async () => {
    const pace = { leaseMs: 2000, transaction: true };
    const [one, other] = await Promise.all([
      startShop(driver, url, { ...pace, waitMs: 600_000 }),
      startShop(driver, url, pace),
    ]);
    const answer = one.deliver('uncommitted').catch(() => 'broken');
    await vi.waitFor(async () => expect(await steps('uncommitted')).toEqual(['uncommitted']), 10_000);
    await one.kill();
    expect(await answer).toBe('broken');
    await pause(pace.leaseMs);
    expect([await other.deliver('uncommitted'), await other.deliver('uncommitted')]).toEqual([200, 200]);
    expect(await steps('uncommitted')).toEqual(['began', 'uncommitted', 'uncommitted']);
  });

  it('finds an event done whose commit was not told of', async () => {
    const { store } = inbox;
    const event = newEvent();
    const lost = handleOnce(event, store, async (_, markDone) => {
      await inTransaction(event.id, markDone);
      throw new Error('the connection broke');
    });
    await expect(lost).rejects.toThrow('the connection broke');
    const handle = vi.fn();
    expect(await handleOnce(event, store, handle)).toBe(200);
    expect(handle).not.toHaveBeenCalled();
  });
});
