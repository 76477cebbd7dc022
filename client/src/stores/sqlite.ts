// The webhook inbox in SQLite (3.24 or later): one table in one file, which the processes of one machine may share.
import type { WebhookStore } from '../webhook-store.ts';

/** A `DatabaseSync` of node:sqlite or a database of better-sqlite3, or whatever answers as they do. */
export interface SqliteDatabase {
  prepare(text: string): {
    run(...values: unknown[]): { changes: number | bigint };
    get(...values: unknown[]): unknown;
  };
}

/** Makes the table; for your migrations. Times are milliseconds since 1970. */
export const createTable = `create table if not exists irandargah_inbox (
  fingerprint text primary key,
  owner text not null,
  leased_until integer not null,
  done_at integer
)`;

const claim = `insert into irandargah_inbox (fingerprint, owner, leased_until) values (?, ?, ?)
  on conflict (fingerprint) do update set owner = excluded.owner, leased_until = excluded.leased_until
  where done_at is null and leased_until <= ?`;
const done = 'select 1 from irandargah_inbox where fingerprint = ? and done_at is not null';
const finish =
  'update irandargah_inbox set done_at = coalesce(done_at, ?) where fingerprint = ? and owner = ?';
const release =
  'update irandargah_inbox set leased_until = ? where fingerprint = ? and owner = ? and done_at is null';

/** The SHA-256 of a fingerprint in hexadecimal digits, as the other databases make it themselves. */
async function digest(event: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(event));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Remembers events in the table of `createTable`.
 * @param database yours. Let it wait for other processes: node:sqlite does so only with its option `timeout`.
 */
export function sqliteStore(database: SqliteDatabase): WebhookStore {
  const changes = (text: string, values: unknown[]) =>
    Number(database.prepare(text).run(...values).changes) > 0;
  return {
    async claim(event, owner, leaseMs) {
      const fingerprint = await digest(event);
      const now = Date.now();
      if (changes(claim, [fingerprint, owner, now + leaseMs, now])) return 'claimed';
      return database.prepare(done).get(fingerprint) ? 'done' : 'running';
    },
    finish: async (event, owner) => changes(finish, [Date.now(), await digest(event), owner]),
    release: async (event, owner) => void changes(release, [Date.now(), await digest(event), owner]),
  };
}
