// PostgreSQL by pg, for any number of sandbox processes that share one database.
import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { migrateToLatest } from './migrate.ts';
import type { Schema } from './schema.ts';
import type { Storage } from './storage.ts';

const { builtins } = pg.types;

/** Amounts, times and sums stay far below 2^53 (docs/decisions/0069), so numbers hold them exactly. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text') =>
    id === builtins.INT8 || id === builtins.NUMERIC ? Number : pg.types.getTypeParser(id, format)) as never,
};

/** PostgreSQL's text cannot hold U+0000; it is stored as the sign for a character that cannot be shown. */
function withoutNul(value: unknown): unknown {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\u{fffd}') : value;
}

class Client extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    // The pool listens only to those that lie idle: one that breaks in a transaction would end the process. Its
    // query fails all the same, and the pool replaces it.
    this.on('error', () => {});
  }

  // pg's own overloads say more than is needed here: Kysely calls with a text and its values only.
  override query(...parameters: unknown[]): never {
    const [text, values, ...rest] = parameters;
    const safe = Array.isArray(values) ? values.map(withoutNul) : values;
    return super.query(...([text, safe, ...rest] as Parameters<pg.Client['query']>)) as never;
  }
}

/** Conflicts that vanish when the same unit is carried out again: serialisation failure and deadlock. */
const passingConflicts = new Set(['40001', '40P01']);
/** Shutdown, crash and start of the server (57P), failures of the connection (08), and what the system says of it. */
const lostCodes = /^(57P0[1-3]|08...|ECONNRESET|ECONNREFUSED|EPIPE|ETIMEDOUT)$/;
const lostMessages =
  /Connection terminated|not queryable|Connection ended|timeout exceeded when trying to connect/;

/** Milliseconds to wait before the next try: a connection that was cut is replaced at once, a server takes longer. */
const pauses = [0, 50, 150, 400];

function isLoss(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  return lostCodes.test(code ?? '') || lostMessages.test(message ?? '');
}

function isPassing(error: unknown): boolean {
  return passingConflicts.has((error as { code?: string }).code ?? '');
}

/**
 * Connects to a database by its URL and migrates it.
 * @throws NewerDatabase when a later version of the sandbox made it.
 */
export async function openPostgres(url: string): Promise<Storage> {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    types,
    Client,
    // A server that is there but silent is a failure like any other, and no request waits for it without end.
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
  });
  // A connection that breaks while idle is replaced at the next query; nobody is waiting for this one.
  pool.on('error', () => {});
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrateToLatest(db, 'another DATABASE_URL');
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    kind: 'postgres',
    db,
    callersVersion: () => undefined,
    write: async (work) => {
      for (let attempt = 0; ; attempt += 1) {
        let committing = false;
        try {
          return await db.transaction().execute(async (unit) => {
            const result = await work(unit);
            committing = true;
            return result;
          });
        } catch (error) {
          const wait = pauses[attempt];
          // Once the commit was sent, nobody knows whether it happened: what has failed then is told, and asked for
          // again under its idempotency key, which knows.
          const mayRepeat = isPassing(error) || (isLoss(error) && !committing);
          if (wait === undefined || !mayRepeat) throw error;
          if (wait > 0) await pause(wait);
        }
      }
    },
    close: () => db.destroy(),
  };
}
