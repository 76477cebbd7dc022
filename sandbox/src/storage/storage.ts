// What the rest of the sandbox knows of its database: reading, and units of work that commit as a whole.
import type { Kysely } from 'kysely';
import type { Schema } from './schema.ts';

/** A connection to read with, or the transaction of a unit of work. */
export type Queries = Kysely<Schema>;

export interface WriteOptions {
  /**
   * false: only a mistake of ours makes this unit fail, so that it needs no way back of its own, which has a price
   * where units share a commit. Should it fail all the same, its neighbours are carried out again without it.
   */
  undoable?: boolean;
}

export interface Storage {
  readonly kind: 'sqlite' | 'postgres';
  readonly db: Queries;
  /**
   * Carries out a unit of work: everything in it commits together, or nothing.
   * The promise is kept only after the commit is durable. A unit must not wait for anything but its own
   * queries, and must bear being carried out again after a conflict.
   */
  /**
   * Changes whenever a terminal, one of its tokens or of its faults may have changed, so that who a token belongs to
   * need not be asked anew for each request; undefined where other processes could change them unseen.
   */
  readonly callersVersion: () => number | undefined;
  write: <T>(work: (unit: Queries) => Promise<T>, options?: WriteOptions) => Promise<T>;
  close: () => Promise<void>;
}
