// PostgreSQL by pg, for any number of sandbox processes that share one database.
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
  // pg's own overloads say more than is needed here: Kysely calls with a text and its values only.
  override query(...parameters: unknown[]): never {
    const [text, values, ...rest] = parameters;
    const safe = Array.isArray(values) ? values.map(withoutNul) : values;
    return super.query(...([text, safe, ...rest] as Parameters<pg.Client['query']>)) as never;
  }
}

/** Conflicts that vanish when the same unit is carried out again: serialisation failure and deadlock. */
const passingConflicts = new Set(['40001', '40P01']);
const tries = 5;

/**
 * Connects to a database by its URL and migrates it.
 * @throws NewerDatabase when a later version of the sandbox made it.
 */
export async function openPostgres(url: string): Promise<Storage> {
  const pool = new pg.Pool({ connectionString: url, max: 10, types, Client });
  // A connection that breaks while idle is replaced at the next query; nobody is waiting for this one.
  pool.on('error', () => {});
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrateToLatest(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    kind: 'postgres',
    db,
    callersVersion: () => undefined,
    write: async (work) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await db.transaction().execute(work);
        } catch (error) {
          if (attempt === tries || !passingConflicts.has((error as { code?: string }).code ?? ''))
            throw error;
        }
      }
    },
    close: () => db.destroy(),
  };
}
