// SQLite by better-sqlite3, with one durable commit for all the units of work that wait at the same moment.
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { migrateToLatest } from './migrate.ts';
import { shortCuts } from './prepared.ts';
import type { Schema } from './schema.ts';
import type { Queries, Storage } from './storage.ts';

interface WaitingUnit {
  carryOut: (unit: Queries) => Promise<void>;
  succeed: () => void;
  fail: (error: unknown) => void;
}

/** More would make the first of a batch wait for the last without sharing the commit any better. */
const batchSize = 200;

/** Keeps prepared statements, because Kysely prepares anew for every query. */
function statementCache(database: Sqlite.Database): (sql: string) => Sqlite.Statement {
  const statements = new Map<string, Sqlite.Statement>();
  return (sql) => {
    let statement = statements.get(sql);
    if (!statement) {
      // Lists of varying length make endless different texts; these few hundred are the usual ones.
      if (statements.size > 500) statements.clear();
      statement = database.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
}

/**
 * Opens or creates a database file, or one in memory for `:memory:`, and migrates it.
 * @throws NewerDatabase when a later version of the sandbox made it.
 */
export async function openSqlite(file: string): Promise<Storage> {
  const database = new Sqlite(file, { timeout: 1000 });
  database.pragma('journal_mode = WAL');
  // FULL waits for the disk at each commit: an acknowledged payment outlives even the machine's power.
  database.pragma('synchronous = FULL');
  database.pragma('foreign_keys = ON');
  // One process has the file to itself: a lock for each query would cost more than the query.
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('cache_size = -65536');
  const prepare = statementCache(database);
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: { prepare: prepare as never, close: () => database.close() } }),
  });
  try {
    await migrateToLatest(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const runNow = (text: string, parameters: readonly unknown[]): unknown[] => {
    const statement = prepare(text);
    if (statement.reader) return statement.all(parameters);
    statement.run(parameters);
    return [];
  };
  // While a batch is being written, a reader from outside waits, so that it sees nothing uncommitted.
  shortCuts.set(db, (text, parameters) => (database.inTransaction ? undefined : runNow(text, parameters)));
  const control = {
    begin: database.prepare('begin immediate'),
    commit: database.prepare('commit'),
    savepoint: database.prepare('savepoint unit'),
    release: database.prepare('release unit'),
  };
  const waiting: WaitingUnit[] = [];
  let committing: Promise<void> | undefined;

  /** Carries out one unit so that its failure undoes it alone and not its neighbours. */
  const inSavepoint = async (unit: WaitingUnit, connection: Queries): Promise<unknown> => {
    control.savepoint.run();
    try {
      await unit.carryOut(connection);
      control.release.run();
      return undefined;
    } catch (error) {
      database.exec('rollback to unit; release unit');
      return { error };
    }
  };

  const commitBatch = async () => {
    const batch = waiting.splice(0, batchSize);
    try {
      const failures = await db.connection().execute(async (connection) => {
        shortCuts.set(connection, runNow);
        control.begin.run();
        try {
          const outcomes: unknown[] = [];
          for (const unit of batch) outcomes.push(await inSavepoint(unit, connection));
          control.commit.run();
          return outcomes;
        } catch (error) {
          if (database.inTransaction) database.exec('rollback');
          throw error;
        }
      });
      batch.forEach((unit, index) => {
        const failure = failures[index] as { error: unknown } | undefined;
        if (failure) unit.fail(failure.error);
        else unit.succeed();
      });
    } catch (error) {
      for (const unit of batch) unit.fail(error);
    }
  };

  const commitAll = async () => {
    while (waiting.length > 0) {
      await commitBatch();
      // Lets the requests that have arrived meanwhile join the next batch.
      await new Promise((resolve) => setImmediate(resolve));
    }
    committing = undefined;
  };

  return {
    kind: 'sqlite',
    db,
    write: (work) =>
      new Promise((resolve, reject) => {
        let result: Awaited<ReturnType<typeof work>>;
        waiting.push({
          carryOut: async (unit) => {
            result = await work(unit);
          },
          succeed: () => resolve(result),
          fail: reject,
        });
        committing ??= new Promise((done) => setImmediate(() => void commitAll().then(done)));
      }),
    close: async () => {
      await committing;
      await db.destroy();
    },
  };
}
