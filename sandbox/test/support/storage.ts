// The database of a test's sandbox that asks for none: SQLite in memory, or what the heavy tests choose instead.
import { openSqlite } from '../../src/storage/sqlite.ts';
import type { Storage } from '../../src/storage/storage.ts';

let open: () => Promise<Storage> = () => openSqlite(':memory:');

export function openTestStorage(): Promise<Storage> {
  return open();
}

/** Lets the sandboxes that follow in this file of tests have databases of another kind. */
export function useStorage(other: () => Promise<Storage>): void {
  open = other;
}
