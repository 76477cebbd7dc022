// The inbox in each database, and what tests need beside it: a table of the shop's own, and leases that end now.
import { DatabaseSync } from 'node:sqlite';
import type { WebhookStore } from '@irandargah/client';
import * as inMysql from '@irandargah/client/stores/mysql';
import * as inPostgres from '@irandargah/client/stores/postgres';
import * as inSqlite from '@irandargah/client/stores/sqlite';
import Database from 'better-sqlite3';
import mysql from 'mysql2/promise';
import pg from 'pg';

/** Carries out a statement with `?` for its values. @returns its rows. */
type Run = (text: string, ...values: unknown[]) => Promise<Record<string, unknown>[]>;

export interface Inbox {
  store: WebhookStore;
  run: Run;
  /** What the driver itself gives for a statement in its own form; where it has one for pools. */
  query?: (text: string, values: unknown[]) => Promise<unknown>;
  /** Writes a run down in a transaction of the shop, in which the rest of the work is done as well. */
  inTransaction?: (event: string, work: (connection: never) => Promise<void>) => Promise<void>;
  close: () => Promise<void>;
}

/** Opens the inbox in a database, which it makes ready. */
type OpenInbox = (url: string) => Promise<Inbox>;

const ownTable =
  'create table if not exists runs (event varchar(200) not null, step varchar(20) not null, process int)';

const postgres: OpenInbox = async (connectionString) => {
  const pool = new pg.Pool({ connectionString, max: 8 });
  pool.on('error', () => {});
  await pool.query(inPostgres.createTable);
  await pool.query(ownTable);
  const numbered = (text: string) => {
    let count = 0;
    return text.replaceAll('?', () => {
      count += 1;
      return `$${count}`;
    });
  };
  return {
    store: inPostgres.postgresStore(pool),
    run: async (text, ...values) => (await pool.query(numbered(text), values)).rows,
    query: (text, values) => pool.query(text, values),
    inTransaction: async (event, work) => {
      const client = await pool.connect();
      try {
        await client.query('begin');
        await client.query(`insert into runs values ($1, 'began', 0)`, [event]);
        await work(client as never);
        await client.query('commit');
      } catch (error) {
        await client.query('rollback');
        throw error;
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
};

/** @param foundRows whether changes count the rows that they found, as mysql2 asks for, or those that differ. */
const mysqlWith =
  (foundRows: boolean): OpenInbox =>
  async (uri) => {
    const pool = mysql.createPool({
      uri,
      connectionLimit: 8,
      flags: foundRows ? [] : ['-FOUND_ROWS'],
      timezone: '+03:30',
    });
    await pool.query(inMysql.createTable);
    await pool.query(ownTable);
    return {
      store: inMysql.mysqlStore(pool),
      run: async (text, ...values) => (await pool.query(text, values))[0] as Record<string, unknown>[],
      query: (text, values) => pool.query(text, values),
      inTransaction: async (event, work) => {
        const connection = await pool.getConnection();
        try {
          await connection.beginTransaction();
          await connection.query(`insert into runs values (?, 'began', 0)`, [event]);
          await work(connection as never);
          await connection.commit();
        } catch (error) {
          await connection.rollback();
          throw error;
        } finally {
          connection.release();
        }
      },
      close: () => pool.end(),
    };
  };

/** What both drivers have in common beyond what the inbox needs. */
interface Sqlite {
  exec(text: string): unknown;
  close(): unknown;
  prepare(text: string): { all(...values: unknown[]): unknown[]; run(...values: unknown[]): unknown };
}

const sqliteWith =
  (open: (path: string) => { database: Sqlite; store: WebhookStore }): OpenInbox =>
  async (path) => {
    const { database, store } = open(path);
    database.exec('pragma journal_mode = wal');
    database.exec(inSqlite.createTable);
    database.exec(ownTable);
    return {
      store,
      run: async (text, ...values) => {
        const statement = database.prepare(text);
        if (text.startsWith('select')) return statement.all(...values) as Record<string, unknown>[];
        statement.run(...values);
        return [];
      },
      close: async () => void database.close(),
    };
  };

const better = sqliteWith((path) => {
  const database = new Database(path);
  return { database, store: inSqlite.sqliteStore(database) };
});

const ofNode = sqliteWith((path) => {
  const database = new DatabaseSync(path, { timeout: 5000 });
  return { database, store: inSqlite.sqliteStore(database) };
});

/** The drivers by their names. */
export const inboxes = {
  pg: postgres,
  mysql2: mysqlWith(true),
  'mysql2 that counts changed rows': mysqlWith(false),
  'better-sqlite3': better,
  'node:sqlite': ofNode,
} satisfies Record<string, OpenInbox>;

export type Driver = keyof typeof inboxes;

/** Ends all leases, as the passing of time would. */
export async function endLeases(driver: Driver, run: Run): Promise<void> {
  const past = driver.includes('sqlite') ? '0' : `'2020-01-01 00:00:00'`;
  await run(`update irandargah_inbox set leased_until = ${past} where done_at is null`);
}
