// Events are handled once, in memory and in SQLite; PostgreSQL and MariaDB are asked the same in heavy/.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handleOnce } from '@irandargah/client';
import { memoryStore } from '@irandargah/client/stores/memory';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { webhookDelivery } from '../../generated/facts.ts';
import { newEvent, testInbox } from './inbox-rules.ts';
import { endLeases, type Inbox, inboxes } from './inboxes.ts';

describe('the inbox in memory', () => {
  let passed = 0;
  const now = Date.now;
  beforeEach(() => {
    vi.spyOn(Date, 'now').mockImplementation(() => now() + passed);
  });
  afterEach(() => vi.restoreAllMocks());
  const store = memoryStore();
  const endLeasesNow = () => {
    passed += 86_400_000;
  };
  testInbox(() => ({ store, endLeases: endLeasesNow }), 200);

  it('forgets the oldest when it is full, but none that is under way', () => {
    const small = memoryStore(2);
    const take = (event: string) => small.claim(event, 'me', 60_000);
    const finish = (event: string) => small.finish(event, 'me');
    expect([take('a'), take('b'), take('c'), take('a')]).toEqual([
      'claimed',
      'claimed',
      'claimed',
      'running',
    ]);
    expect([finish('b'), finish('c'), finish('a')]).toEqual([true, true, true]);
    expect(take('d')).toBe('claimed');
    expect([take('c'), take('b')]).toEqual(['done', 'claimed']);
  });
});

describe.each(['better-sqlite3', 'node:sqlite'] as const)('the inbox in SQLite by %s', (driver) => {
  const folder = mkdtempSync(join(tmpdir(), 'irandargah-inbox-'));
  let inbox: Inbox;
  beforeAll(async () => {
    inbox = await inboxes[driver](join(folder, 'shop.sqlite'));
  });
  afterAll(async () => {
    await inbox.close();
    rmSync(folder, { recursive: true, force: true });
  });
  testInbox(() => ({ store: inbox.store, endLeases: () => endLeases(driver, inbox.run) }), 20);
});

describe('handleOnce', () => {
  it('tells what went wrong first when the store is away as well', async () => {
    const store = {
      ...memoryStore(),
      release: () => {
        throw new Error('the database is away');
      },
    };
    const broken = () => Promise.reject(new Error('the bank is away'));
    await expect(handleOnce(newEvent(), store, broken)).rejects.toThrow('the bank is away');
  });

  it('takes a lease that is longer than the gateway waits, and over before it tries again', async () => {
    const claim = vi.fn(() => 'done' as const);
    await handleOnce(newEvent(), { ...memoryStore(), claim }, () => {});
    const [, , leaseMs] = claim.mock.calls[0] as unknown as [string, string, number];
    expect(leaseMs).toBeGreaterThan(webhookDelivery.timeout_seconds * 1000);
    // A process that dies in its handler is told of by its broken connection, at once.
    expect(leaseMs).toBeLessThan(webhookDelivery.retry_delays_seconds[0] * 1000);
  });
});
