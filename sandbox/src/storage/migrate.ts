// Brings a database to the newest schema by itself, and refuses one that is newer than this program.
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import * as firstTables from './migrations/0001-first-tables.ts';
import * as workshop from './migrations/0002-workshop.ts';
import * as settlements from './migrations/0003-settlements.ts';
import * as callbacks from './migrations/0004-callbacks.ts';
import * as dialects from './migrations/0005-dialects.ts';
import * as surviveClocks from './migrations/0009-survive-clocks.ts';
import * as rateLimits from './migrations/0010-rate-limits.ts';
import type { Schema } from './schema.ts';

const migrations: Record<string, Migration> = {
  '0001-first-tables': firstTables,
  '0002-workshop': workshop,
  '0003-settlements': settlements,
  '0004-callbacks': callbacks,
  '0005-dialects': dialects,
  '0009-survive-clocks': surviveClocks,
  '0010-rate-limits': rateLimits,
};

/** Says that the database was made by a later version of the sandbox. */
export class NewerDatabase extends Error {
  constructor(unknown: string[], another: string) {
    super(
      `The database is newer than this sandbox (it has ${unknown.join(', ')}). Use the newer version of the sandbox, or start with another database: ${another}.`,
    );
  }
}

/**
 * Runs the migrations that the database does not have yet; several processes may do so at once.
 * @param another how another database is chosen, for the sentence of a refusal.
 * @throws NewerDatabase when it has migrations that this program does not know; nothing is changed then.
 */
export async function migrateToLatest(db: Kysely<Schema>, another: string): Promise<void> {
  const unknown = (await executedMigrations(db)).filter((name) => !(name in migrations));
  if (unknown.length > 0) throw new NewerDatabase(unknown, another);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error } = await migrator.migrateToLatest();
  if (error) throw error;
}

async function executedMigrations(db: Kysely<Schema>): Promise<string[]> {
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  if (!tables.some(({ name }) => name === 'kysely_migration')) return [];
  const rows = await (db as unknown as Kysely<{ kysely_migration: { name: string } }>)
    .selectFrom('kysely_migration')
    .select('name')
    .execute();
  return rows.map(({ name }) => name);
}
