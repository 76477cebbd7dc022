// Chooses the database: PostgreSQL by its URL, else SQLite in the data folder or in memory.
import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { NewerDatabase } from './migrate.ts';
import { openSqlite } from './sqlite.ts';
import type { Storage } from './storage.ts';
import { checkDatabaseUrl, folderFailure, serverFailure } from './unavailable.ts';

export interface StorageOptions {
  /** A PostgreSQL URL; wins over the others. */
  databaseUrl?: string | undefined;
  /** Keep nothing after the end of the process. */
  memory?: boolean | undefined;
  /** The folder of the database file; made when it is missing. */
  dataFolder: string;
}

async function openServer(databaseUrl: string): Promise<Storage> {
  checkDatabaseUrl(databaseUrl);
  // Loaded only by those who use it, since it makes the start slower.
  const { openPostgres } = await import('./postgres.ts');
  try {
    return await openPostgres(databaseUrl);
  } catch (error) {
    throw error instanceof NewerDatabase ? error : serverFailure(error);
  }
}

/** Makes a folder and those it lies in, one by one: Node's own way never ends where the system refuses any folder. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  mkdirSync(folder, { mode: 0o700 });
}

/** What the sandbox itself keeps in its folder. */
const ours = /^(sandbox\.sqlite(-wal|-shm|-journal)?|credentials\.json)$/;

/** Closes a folder to others that holds nothing but the sandbox's own, as one that an earlier version has made. */
function keepPrivate(folder: string): void {
  if (readdirSync(folder).some((name) => !ours.test(name))) return;
  if ((statSync(folder).mode & 0o077) !== 0) chmodSync(folder, 0o700);
}

async function openFolder(dataFolder: string): Promise<Storage> {
  try {
    if (dataFolder === '') throw Object.assign(new Error('No folder is named.'), { code: 'ENOENT' });
    makeFolder(resolve(dataFolder));
    keepPrivate(resolve(dataFolder));
    const file = join(dataFolder, 'sandbox.sqlite');
    // SQLite gives the files beside it the same rights.
    closeSync(openSync(file, 'a', 0o600));
    chmodSync(file, 0o600);
    return await openSqlite(file);
  } catch (error) {
    throw folderFailure(dataFolder, error);
  }
}

/**
 * Opens the database that the options name, migrated and ready.
 * @throws StorageUnavailable when it cannot be had, NewerDatabase when a later version of the sandbox made it.
 */
export async function openStorage({ databaseUrl, memory, dataFolder }: StorageOptions): Promise<Storage> {
  if (databaseUrl) return openServer(databaseUrl);
  return memory ? openSqlite(':memory:') : openFolder(dataFolder);
}
