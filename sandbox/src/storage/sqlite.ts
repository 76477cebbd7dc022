// SQLite by better-sqlite3, with one durable commit for all the units of work that wait at the same moment.
import Sqlite from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { noDisk, openDiskSync } from './disk-sync.ts';
import { migrateToLatest } from './migrate.ts';
import { shortCuts } from './prepared.ts';
import type { Schema } from './schema.ts';
import type { Queries, Storage } from './storage.ts';

interface WaitingUnit {
  undoable: boolean;
  carryOut: (unit: Queries) => Promise<void>;
  succeed: () => void;
  fail: (error: unknown) => void;
}

/** More would make the first of a batch wait for the last without sharing the commit any better. */
const batchSize = 200;

/** What changes the answer to the question whose token it is. */
const changesCallers = /^(insert into|update|delete from) "(terminals|tokens|faults)"/;

/**
 * Keeps prepared statements, because Kysely prepares anew for every query.
 * @param onChange called before each run of a statement that changes terminals, tokens or faults.
 */
function statementCache(database: Sqlite.Database, onChange: () => void): (sql: string) => Sqlite.Statement {
  const statements = new Map<string, { statement: Sqlite.Statement; changes: boolean }>();
  return (sql) => {
    let known = statements.get(sql);
    if (!known) {
      // Lists of varying length make endless different texts; these few hundred are the usual ones.
      if (statements.size > 500) statements.clear();
      known = { statement: database.prepare(sql), changes: changesCallers.test(sql) };
      statements.set(sql, known);
    }
    if (known.changes) onChange();
    return known.statement;
  };
}

/**
 * Opens or creates a database file, or one in memory for `:memory:`, and migrates it.
 *
 * A unit of work is acknowledged only when the disk has it. Until then, for a few milliseconds, a reader may see it:
 * what was only read can be undone by a loss of power, but never by the end of the process.
 * @param openDisk waits for the disk; tests give one that is slow or broken.
 * @throws NewerDatabase when a later version of the sandbox made it.
 */
export async function openSqlite(file: string, openDisk = openDiskSync): Promise<Storage> {
  const database = new Sqlite(file, { timeout: 1000 });
  database.pragma('journal_mode = WAL');
  // FULL would wait for the disk within each commit, and everybody with it: we wait ourselves, after it.
  database.pragma('synchronous = NORMAL');
  database.pragma('foreign_keys = ON');
  // One process has the file to itself: a lock for each query would cost more than the query.
  database.pragma('locking_mode = EXCLUSIVE');
  database.pragma('cache_size = -65536');
  // Pages that many commits change are then copied into the database once; the log stays below 32 MB.
  database.pragma('wal_autocheckpoint = 8000');
  let callersVersion = 0;
  const prepare = statementCache(database, () => {
    callersVersion += 1;
  });
  const db = new Kysely<Schema>({
    dialect: new SqliteDialect({ database: { prepare: prepare as never, close: () => database.close() } }),
  });
  try {
    await migrateToLatest(db, '--data FOLDER');
  } catch (error) {
    await db.destroy();
    throw error;
  }
  const disk = file === ':memory:' ? noDisk : await openDisk(`${file}-wal`);
  // Asking the database each time would cost more than a short query.
  let writing = false;
  const runNow = (text: string, parameters: readonly unknown[]): unknown[] => {
    const statement = prepare(text);
    if (statement.reader) return statement.all(parameters);
    statement.run(parameters);
    return [];
  };
  // While a batch is being written, a reader from outside waits, so that it sees nothing uncommitted.
  shortCuts.set(db, (text, parameters) => (writing ? undefined : runNow(text, parameters)));
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

  /** Carries out a batch in one transaction. @returns the failures of its undoable units, each in its place. */
  const inTransaction = async (batch: WaitingUnit[], connection: Queries, allUndoable: boolean) => {
    control.begin.run();
    try {
      const outcomes: unknown[] = [];
      for (const unit of batch) {
        if (allUndoable || unit.undoable) outcomes.push(await inSavepoint(unit, connection));
        else outcomes.push(await unit.carryOut(connection));
      }
      control.commit.run();
      return outcomes;
    } catch (error) {
      if (database.inTransaction) database.exec('rollback');
      throw error;
    }
  };

  /** Commits a batch; once more with a way back for each of its units when one has failed that has none. */
  const commitTogether = (batch: WaitingUnit[]) =>
    db.connection().execute(async (connection) => {
      shortCuts.set(connection, runNow);
      writing = true;
      try {
        return await inTransaction(batch, connection, false).catch(() =>
          inTransaction(batch, connection, true),
        );
      } finally {
        writing = false;
      }
    });

  const commitBatch = async () => {
    const batch = waiting.splice(0, batchSize);
    try {
      const failures = await commitTogether(batch);
      // Nobody is told of a success that a loss of power could still undo.
      await disk.reached();
      batch.forEach((unit, index) => {
        const failure = failures[index] as { error: unknown } | undefined;
        if (failure) unit.fail(failure.error);
        else unit.succeed();
      });
    } catch (error) {
      for (const unit of batch) unit.fail(error);
    }
  };

  // The requests that arrive while the disk is written join the next batch.
  const commitAll = async () => {
    while (waiting.length > 0) await commitBatch();
    committing = undefined;
  };

  return {
    kind: 'sqlite',
    db,
    callersVersion: () => callersVersion,
    write: (work, { undoable = true } = {}) =>
      new Promise((resolve, reject) => {
        let result: Awaited<ReturnType<typeof work>>;
        waiting.push({
          undoable,
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
      await disk.close();
      await db.destroy();
    },
  };
}
