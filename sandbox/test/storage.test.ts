// What outlives a restart, what refuses to start, and what never reaches a file or a log.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { idempotency } from '../../generated/facts.ts';
import { NewerDatabase, startSandbox } from '../src/index.ts';
import { createLogger } from '../src/logging.ts';
import { openDiskSync } from '../src/storage/disk-sync.ts';
import { openSqlite } from '../src/storage/sqlite.ts';
import type { Storage } from '../src/storage/storage.ts';
import { deleteOutlived } from '../src/storage/tidy.ts';
import { payment, testSandbox } from './support/sandbox.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'irandargah-storage-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const start = () => startSandbox({ port: 0, dataFolder: folder, ratePerSecond: 0 });

function create(url: string, token: string, key: string) {
  return fetch(`${url}/v2/payments`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(payment),
  });
}

describe('a restart', () => {
  it('keeps payments, keys and the demo credentials', async () => {
    const first = await start();
    const created = await (await create(first.url, first.token, 'kept')).text();
    await first.close();
    const second = await start();
    expect([second.token, second.secretKey]).toEqual([first.token, first.secretKey]);
    expect(await (await create(second.url, second.token, 'kept')).text()).toBe(created);
    await second.close();
  });

  it('makes the demo token work with a database that was deleted, and writes it for its owner alone', async () => {
    const first = await start();
    await first.close();
    for (const end of ['', '-wal', '-shm']) rmSync(join(folder, `sandbox.sqlite${end}`), { force: true });
    const second = await start();
    expect(second.token).toBe(first.token);
    expect((await create(second.url, second.token, 'new')).status).toBe(200);
    expect(statSync(join(folder, 'credentials.json')).mode & 0o077).toBe(0);
    await second.close();
  });
});

describe('a commit', () => {
  /** A database whose disk answers when the test says so. */
  const openWithDisk = (reached: () => Promise<void>) =>
    openSqlite(join(folder, 'sandbox.sqlite'), async () => ({ reached, close: async () => undefined }));
  const noteDown = (storage: Storage, name: string) =>
    storage.write((unit) => unit.insertInto('settings').values({ name, value: '1' }).execute());

  it('is acknowledged only when the disk has it', async () => {
    const disk = Promise.withResolvers<void>();
    const asked = vi.fn(() => disk.promise);
    const storage = await openWithDisk(asked);
    const acknowledged = vi.fn();
    const written = noteDown(storage, 'slow').then(acknowledged);
    await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
    expect(acknowledged).not.toHaveBeenCalled();
    disk.resolve();
    await written;
    await storage.close();
  });

  it('fails when the disk does, and the next one is tried anew', async () => {
    const reached = vi.fn<() => Promise<void>>().mockRejectedValueOnce(new Error('EIO'));
    const storage = await openWithDisk(reached);
    await expect(noteDown(storage, 'lost')).rejects.toThrow('EIO');
    await noteDown(storage, 'kept');
    await storage.close();
  });

  it('of units that share it loses the failing one alone, whether that was expected or not', async () => {
    const storage = await openSqlite(join(folder, 'sandbox.sqlite'));
    const failing = (undoable: boolean) =>
      storage.write(
        async (unit) => {
          await unit.insertInto('settings').values({ name: 'half', value: '1' }).execute();
          throw new Error('failed');
        },
        { undoable },
      );
    const names = ['first', 'second', 'third'];
    const outcomes = await Promise.allSettled([
      noteDown(storage, 'first'),
      failing(true),
      noteDown(storage, 'second'),
      failing(false),
      noteDown(storage, 'third'),
    ]);
    expect(outcomes.map(({ status }) => status === 'fulfilled')).toEqual([true, false, true, false, true]);
    const kept = await storage.db.selectFrom('settings').select('name').execute();
    expect(kept.map(({ name }) => name).sort()).toEqual(names.sort());
    await storage.close();
  });

  it('waits for a synchronisation that began after it, one for all who wait', async () => {
    const file = join(folder, 'log');
    writeFileSync(file, '');
    const disk = await openDiskSync(file);
    const waits = [disk.reached(), disk.reached(), disk.reached()];
    expect(new Set(waits).size).toBe(1);
    await Promise.all(waits);
    expect(disk.reached()).not.toBe(waits[0]);
    await disk.close();
  });
});

describe('a start', () => {
  it('is refused with a database of a later version, which stays as it is', async () => {
    const file = join(folder, 'sandbox.sqlite');
    const storage = await openSqlite(file);
    await storage.db
      .insertInto('kysely_migration' as never)
      .values({ name: '9999-from-the-future', timestamp: 'later' } as never)
      .execute();
    await storage.close();
    const refused = startSandbox({ port: 0, dataFolder: folder });
    await expect(refused).rejects.toThrow(NewerDatabase);
    await expect(refused).rejects.toThrow(/9999-from-the-future.*--data FOLDER/);
  });

  it('is refused while another process has the database', async () => {
    const first = await start();
    await expect(start()).rejects.toMatchObject({ code: 'SQLITE_BUSY' });
    await first.close();
  });

  it('is refused with a port that is taken, and leaves nothing open', async () => {
    const first = await start();
    const port = Number(new URL(first.url).port);
    await expect(startSandbox({ port, memory: true })).rejects.toMatchObject({ code: 'EADDRINUSE' });
    await first.close();
  });
});

describe('secrets', () => {
  it('stand in no log, whatever is logged', async () => {
    const lines: string[] = [];
    const log = createLogger('debug', { write: (line) => lines.push(line) }) as FastifyBaseLogger;
    const sandbox = await testSandbox({ log });
    const shop = await sandbox.terminal();
    const sensitive = { mobile: '09123456789', card_number: '6037997123456789' };
    await shop.call('createPayment', { body: { ...payment, ...sensitive } });
    await shop.call('createPayment', { body: { ...payment, ...sensitive, amount: 1 } });
    await shop.call('listWebhookEvents', { headers: { authorization: `Bearer ${shop.token}x` } });
    log.error(
      { err: new Error(`no ${sensitive.card_number}, ${sensitive.mobile} or ${shop.token}`) },
      'failed',
    );
    log.info(
      { headers: { authorization: shop.token }, body: { ...sensitive, secret: 's3cr3t' } },
      'everything',
    );
    await sandbox.close();
    const text = lines.join('');
    expect(text).toContain('createPayment');
    for (const secret of [...Object.values(sensitive), shop.token, 's3cr3t', shop.secretKey ?? '']) {
      expect(text).not.toContain(secret);
    }
  });

  it('stand in no database file: tokens as hashes, cards as 6+4 digits, mobiles not at all', async () => {
    const file = join(folder, 'sandbox.sqlite');
    const sandbox = await testSandbox({ storage: await openSqlite(file) });
    const shop = await sandbox.terminal();
    await shop.createPayment({ mobile: '09123456789', card_number: '6037997123456789' });
    await sandbox.close();
    const bytes = readFileSync(file, 'latin1');
    expect(bytes).toContain('603799******6789');
    for (const secret of [shop.token, '09123456789', '6037997123456789']) expect(bytes).not.toContain(secret);
  });
});

describe('the running sandbox', () => {
  it('throws away keys and windows that have had their time, and nothing else', async () => {
    const sandbox = await testSandbox();
    const { storage } = sandbox.services;
    const shop = await sandbox.terminal();
    const keep = async () =>
      (await storage.db.selectFrom('idempotency_keys').select('key').execute()).map(({ key }) => key);
    await shop.call('createPayment', { body: payment, key: 'old' });
    sandbox.clock.advance(1);
    await shop.call('createPayment', { body: payment, key: 'young' });
    await deleteOutlived(storage, sandbox.clock.now() - 1 + idempotency.lifetime_seconds * 1000);
    expect(await keep()).toEqual(['young']);
    expect((await shop.call('listTransactions')).json.data.pagination.total).toBe(2);
    await sandbox.close();
  });

  it('tells its metrics by operation and status', async () => {
    const sandbox = await testSandbox();
    const shop = await sandbox.terminal();
    await shop.createPayment();
    await shop.call('getPayment', { authority: 'wrong' });
    const { text } = await sandbox.request('GET', '/metrics');
    expect(text).toContain('irandargah_requests_total{operation="createPayment",status="200"} 1');
    expect(text).toContain('irandargah_requests_total{operation="getPayment",status="422"} 1');
    await sandbox.close();
  });

  it('answers what it has begun before it stops', async () => {
    const running = await start();
    const { server } = running.sandbox.app;
    // It is told to stop at the moment in which the last of the requests arrives.
    let arrived = 0;
    const stopped = new Promise<void>((resolve) => {
      server.on('request', () => {
        arrived += 1;
        if (arrived === 20) resolve(running.close());
      });
    });
    const statuses = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, count) => (await create(running.url, running.token, `late-${count}`)).status,
      ),
    );
    await stopped;
    expect(new Set(statuses)).toEqual(new Set([200]));
    const again = await start();
    const { total } = await again.sandbox.services.storage.db
      .selectFrom('payments')
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    expect(total).toBe(20);
    await again.close();
  });
});
