// The webhook inbox in PostgreSQL (11 or later): one table, one statement to claim, the clock of the database.
import type { WebhookStore } from '../webhook-store.ts';

/** A pool, a client or a transaction of `pg`, or whatever answers as they do. */
export interface PostgresConnection {
  query(text: string, values: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Makes the table; for your migrations. */
export const createTable = `create table if not exists irandargah_inbox (
  fingerprint char(64) collate "C" primary key,
  owner char(36) not null,
  leased_until timestamptz not null,
  done_at timestamptz
)`;

/** Names get as long as a header may be; their digests do not. */
const fingerprint = `encode(sha256(convert_to($1, 'UTF8')), 'hex')`;
// The time of now, not of the statement's beginning: it may have waited for the row.
const now = 'clock_timestamp()';

const claim = `insert into irandargah_inbox as inbox (fingerprint, owner, leased_until)
  values (${fingerprint}, $2, ${now} + $3 * interval '1 millisecond')
  on conflict (fingerprint) do update set owner = excluded.owner, leased_until = excluded.leased_until
  where inbox.done_at is null and inbox.leased_until <= ${now}
  returning 1`;
const done = `select 1 from irandargah_inbox where fingerprint = ${fingerprint} and done_at is not null`;
const finish = `update irandargah_inbox set done_at = coalesce(done_at, ${now})
  where fingerprint = ${fingerprint} and owner = $2 returning 1`;
const release = `update irandargah_inbox set leased_until = ${now}
  where fingerprint = ${fingerprint} and owner = $2 and done_at is null`;

/**
 * Remembers events in the table of `createTable`.
 * @param pool yours; not a connection that is in a transaction.
 */
export function postgresStore(pool: PostgresConnection): WebhookStore<PostgresConnection> {
  const matches = async (connection: PostgresConnection, text: string, values: unknown[]) =>
    (await connection.query(text, values)).rows.length > 0;
  return {
    async claim(event, owner, leaseMs) {
      if (await matches(pool, claim, [event, owner, leaseMs])) return 'claimed';
      return (await matches(pool, done, [event])) ? 'done' : 'running';
    },
    finish: (event, owner, connection = pool) => matches(connection, finish, [event, owner]),
    release: async (event, owner) => void (await pool.query(release, [event, owner])),
  };
}
