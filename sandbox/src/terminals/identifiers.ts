// The identifiers of each terminal: repeatable for one that has a seed, random for the others.
import { createHash } from 'node:crypto';
import { createIdentifiers, type Identifiers, type RandomSource } from '../core/identifiers.ts';
import type { Queries, Storage } from '../storage/storage.ts';

/** The bytes that a seed gives: always the same, one block after the other. */
export function seededSource(seed: string): RandomSource {
  let block = 0;
  return (length) => {
    const parts: Buffer[] = [];
    for (let made = 0; made < length; made += 64) {
      parts.push(createHash('sha512').update(`${seed}\0${block}`).digest());
      block += 1;
    }
    return Buffer.concat(parts).subarray(0, length);
  };
}

export interface TerminalIdentifiers {
  of: (terminalId: string) => Identifiers;
  /** Gets the identifiers of a terminal ready that this process may not have served before. */
  prepare: (terminalId: string, seed: string | null) => Promise<void>;
  /** The same for every terminal that has a seed: at the start, since the payer or the clock may come first. */
  prepareAll: () => Promise<void>;
  /** Lets a terminal's identifiers begin again at the first; inside the unit of work that makes or resets it. */
  begin: (unit: Queries, terminalId: string, seed: string | null) => Promise<void>;
}

export function terminalIdentifiers(storage: Storage, random: Identifiers): TerminalIdentifiers {
  const seeded = new Map<string, Identifiers>();
  const identifiers = (seed: string, block: number) => createIdentifiers(seededSource(`${seed}\0${block}`));
  const prepare: TerminalIdentifiers['prepare'] = async (terminalId, seed) => {
    if (seed === null || seeded.has(terminalId)) return;
    // A process that takes over goes on with a block of its own, so that no identifier comes twice.
    const { seed_blocks: begun } = await storage.write((unit) =>
      unit
        .updateTable('terminals')
        .set(({ eb }) => ({ seed_blocks: eb('seed_blocks', '+', 1) }))
        .where('id', '=', terminalId)
        .returning('seed_blocks')
        .executeTakeFirstOrThrow(),
    );
    if (!seeded.has(terminalId)) seeded.set(terminalId, identifiers(seed, Number(begun) - 1));
  };
  return {
    of: (terminalId) => seeded.get(terminalId) ?? random,
    prepare,
    prepareAll: async () => {
      const terminals = await storage.db
        .selectFrom('terminals')
        .select(['id', 'seed'])
        .where('seed', 'is not', null)
        .execute();
      await Promise.all(terminals.map(({ id, seed }) => prepare(id, seed)));
    },
    begin: async (unit, terminalId, seed) => {
      if (seed === null) return;
      await unit.updateTable('terminals').set({ seed_blocks: 1 }).where('id', '=', terminalId).execute();
      seeded.set(terminalId, identifiers(seed, 0));
    },
  };
}
