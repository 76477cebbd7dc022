// The inbox of the Go module in real databases, in the table that it shares with shops of other languages.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handleOnce } from '@irandargah/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { root } from '../../../foundation/reader/paths.ts';
import { startPostgres } from '../../../sandbox/test/support/postgres.ts';
import { run } from '../../../tests/heavy/run.ts';
import { newEvent } from '../inbox-rules.ts';
import { type Driver, inboxes } from '../inboxes.ts';
import { buildWithModule } from './drivers/go.ts';

let folder: string;
let program: string;

// A driver is in C, which takes its time on a fresh machine.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'irandargah-inbox-go-'));
  const source = join(import.meta.dirname, 'drivers/go/inbox/main.go');
  program = await buildWithModule(join(root, 'client/go'), folder, source);
}, 600_000);

afterAll(() => rm(folder, { recursive: true }));

/** Handles an event with the TypeScript client, and then tries the inbox of Go in the same database. */
async function tried(driver: Driver, url: string, goDriver: string, address: string): Promise<string> {
  const inbox = await inboxes[driver](url);
  expect(await handleOnce(newEvent({ fingerprint: 'shared' }), inbox.store as never, () => {})).toBe(200);
  await inbox.close();
  const { output } = await run([program, goDriver, address], { cwd: folder });
  return output;
}

it('keeps every event once in PostgreSQL', async () => {
  const server = await startPostgres();
  try {
    const url = await server.database();
    expect(await tried('pg', url, 'postgres', `${url}?sslmode=disable`)).toBe('ok\n');
  } finally {
    await server.stop();
  }
}, 60_000);

it('keeps every event once in SQLite', async () => {
  const file = join(folder, 'shop.sqlite');
  expect(
    await tried('node:sqlite', file, 'sqlite3', `file:${file}?_busy_timeout=5000&_txlock=immediate`),
  ).toBe('ok\n');
}, 60_000);
