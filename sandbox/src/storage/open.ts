// Chooses the database: PostgreSQL by its URL, else SQLite in the data folder or in memory.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openSqlite } from './sqlite.ts';
import type { Storage } from './storage.ts';

export interface StorageOptions {
  /** A PostgreSQL URL; wins over the others. */
  databaseUrl?: string | undefined;
  /** Keep nothing after the end of the process. */
  memory?: boolean | undefined;
  /** The folder of the database file; made when it is missing. */
  dataFolder: string;
}

/** Opens the database that the options name, migrated and ready. */
export async function openStorage({ databaseUrl, memory, dataFolder }: StorageOptions): Promise<Storage> {
  if (databaseUrl) {
    // Loaded only by those who use it, since it makes the start slower.
    const { openPostgres } = await import('./postgres.ts');
    return openPostgres(databaseUrl);
  }
  if (memory) return openSqlite(':memory:');
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  return openSqlite(join(dataFolder, 'sandbox.sqlite'));
}
