// The inbox of the Java package in real databases, beside that of TypeScript: one table, and each event handled once.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../foundation/reader/paths.ts';
import { startPostgres } from '../../../sandbox/test/support/postgres.ts';
import { type Inbox, inboxes } from '../inboxes.ts';
import { type Driver, startDriver } from '../scenarios/driver.ts';
import { javaProject } from './drivers/java.ts';
import { startMariadb } from './mariadb.ts';

const libraries: [string, string][] = [
  ['com.fasterxml.jackson.core:jackson-databind', '2.19.0'],
  ['org.postgresql:postgresql', '42.7.7'],
  ['org.mariadb.jdbc:mariadb-java-client', '3.5.3'],
  ['org.xerial:sqlite-jdbc', '3.50.3.0'],
];

let folder: string;
let cwd: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'irandargah-inbox-java-'));
  const shop = await readFile(join(root, 'client/java/scenarios/InboxShop.java'), 'utf8');
  cwd = await javaProject(folder, { 'InboxShop.java': shop }, libraries);
}, 600_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** The address of a database as JDBC has it; a server's user stands behind it. */
const jdbc = (url: string, scheme: string) =>
  url.replace(/^\w+:\/\/(\w+)@(.*)$/, `jdbc:${scheme}://$2?user=$1`);

const servers = {
  postgres: { start: startPostgres, typescript: 'pg', jdbc: (url: string) => jdbc(url, 'postgresql') },
  mysql: { start: startMariadb, typescript: 'mysql2', jdbc: (url: string) => jdbc(url, 'mariadb') },
  sqlite: {
    start: async () => ({ database: async () => join(folder, 'inbox.sqlite'), stop: async () => {} }),
    typescript: 'better-sqlite3',
    jdbc: (path: string) => `jdbc:sqlite:${path}`,
  },
} as const;

describe.each(Object.entries(servers))('the inbox in %s', (kind, { start, typescript, jdbc: addressOf }) => {
  let server: Awaited<ReturnType<typeof start>>;
  let other: Inbox;
  let shop: Driver;
  const ask = (what: string, event: string, more: object = {}): Promise<unknown> =>
    shop.ask({ do: what, event, ...more } as never);

  beforeAll(async () => {
    server = await start();
    const url = await server.database();
    other = await inboxes[typescript](url);
    shop = startDriver(['java', '@classpath.txt', 'InboxShop', kind, addressOf(url)], { cwd });
  }, 60_000);
  afterAll(async () => {
    await shop?.close();
    await other?.close();
    await server?.stop();
  });

  it('gives an event to one attempt, and to nobody when it is done', async () => {
    expect(await ask('claim', 'رویداد', { owner: 'one' })).toBe('claimed');
    expect(await ask('claim', 'رویداد', { owner: 'two' })).toBe('running');
    expect(await ask('finish', 'رویداد', { owner: 'two' })).toBe(false);
    expect(await ask('finish', 'رویداد', { owner: 'one' })).toBe(true);
    expect(await ask('finish', 'رویداد', { owner: 'one' })).toBe(true);
    expect(await ask('claim', 'رویداد', { owner: 'two' })).toBe('done');
  });

  it('hands an event on when its lease has ended, or was given back', async () => {
    expect(await ask('claim', 'late', { owner: 'dead', lease_ms: 50 })).toBe('claimed');
    await pause(200);
    expect(await ask('claim', 'late', { owner: 'next' })).toBe('claimed');
    expect(await ask('finish', 'late', { owner: 'dead' })).toBe(false);
    expect(await ask('release', 'late', { owner: 'next' })).toBe(true);
    expect(await ask('claim', 'late', { owner: 'last' })).toBe('claimed');
  });

  it('lets one of many attempts at once have the event', async () => {
    for (let round = 0; round < 5; round++)
      expect(await ask('race', `race-${round}`, { attempts: 12 })).toBe(1);
  });

  it('finishes an event in the transaction of the shop, or not at all', async () => {
    await ask('claim', 'within', { owner: 'one' });
    expect(await ask('transaction', 'within', { owner: 'one', commits: false })).toBe(true);
    expect(await ask('claim', 'within', { owner: 'two' })).toBe('running');
    expect(await ask('transaction', 'within', { owner: 'one', commits: true })).toBe(true);
    expect(await ask('claim', 'within', { owner: 'two' })).toBe('done');
  });

  it('shares its table with a shop in TypeScript', async () => {
    const { store } = other;
    expect(await store.claim('theirs', 'typescript', 60_000)).toBe('claimed');
    expect(await ask('claim', 'theirs', { owner: 'java' })).toBe('running');
    expect(await store.finish('theirs', 'typescript')).toBe(true);
    expect(await ask('claim', 'theirs', { owner: 'java' })).toBe('done');
    expect(await ask('claim', 'ours', { owner: 'java' })).toBe('claimed');
    expect(await store.claim('ours', 'typescript', 60_000)).toBe('running');
    expect(await ask('finish', 'ours', { owner: 'java' })).toBe(true);
    expect(await store.claim('ours', 'typescript', 60_000)).toBe('done');
  });
});
