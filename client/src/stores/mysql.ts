// The webhook inbox in MySQL (5.7 or later) and MariaDB: one table, and the clock of the database.
import type { WebhookStore } from '../webhook-store.ts';

/** A pool or a connection of `mysql2/promise`, or whatever answers as they do. */
export interface MysqlConnection {
  query(text: string, values: unknown[]): Promise<[unknown, unknown]>;
}

/** Makes the table; for your migrations. */
export const createTable = `create table if not exists irandargah_inbox (
  fingerprint char(64) character set ascii collate ascii_bin not null primary key,
  owner char(36) character set ascii collate ascii_bin not null,
  leased_until datetime(3) not null,
  done_at datetime(3)
) engine = InnoDB`;

/** Names get as long as a header may be; their digests do not. */
const fingerprint = 'sha2(?, 256)';
// Not now(), which has an hour twice where clocks are put back.
const now = 'utc_timestamp(3)';

// MySQL returns no rows from a change, and counts those that were changed as its client asks: so each change is
// followed by a look at who owns the row.
const insert = `insert into irandargah_inbox (fingerprint, owner, leased_until)
  values (${fingerprint}, ?, ${now} + interval ? microsecond) on duplicate key update fingerprint = fingerprint`;
const take = `update irandargah_inbox set owner = ?, leased_until = ${now} + interval ? microsecond
  where fingerprint = ${fingerprint} and done_at is null and leased_until <= ${now}`;
const look = `select owner, done_at is not null as done from irandargah_inbox where fingerprint = ${fingerprint}`;
const finish = `update irandargah_inbox set done_at = coalesce(done_at, ${now})
  where fingerprint = ${fingerprint} and owner = ?`;
const release = `update irandargah_inbox set leased_until = ${now}
  where fingerprint = ${fingerprint} and owner = ? and done_at is null`;

/**
 * Remembers events in the table of `createTable`.
 * @param pool yours, which commits by itself; not a connection that is in a transaction.
 */
export function mysqlStore(pool: MysqlConnection): WebhookStore<MysqlConnection> {
  const lookAt = async (connection: MysqlConnection, event: string, owner: string) => {
    const [rows] = await connection.query(look, [event]);
    const [row] = rows as { owner: string; done: unknown }[];
    return { own: row?.owner === owner, done: !!Number(row?.done ?? 0) };
  };
  return {
    async claim(event, owner, leaseMs) {
      await pool.query(insert, [event, owner, leaseMs * 1000]);
      await pool.query(take, [owner, leaseMs * 1000, event]);
      const { own, done } = await lookAt(pool, event, owner);
      return done ? 'done' : own ? 'claimed' : 'running';
    },
    async finish(event, owner, connection = pool) {
      await connection.query(finish, [event, owner]);
      const { own, done } = await lookAt(connection, event, owner);
      return own && done;
    },
    release: async (event, owner) => void (await pool.query(release, [event, owner])),
  };
}
