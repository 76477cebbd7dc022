// The sandbox's own clock: what requests without a terminal see, and where the clocks of new terminals begin.

import type { Queries, Storage } from '../storage/storage.ts';
import type { Clock } from './clock.ts';

const setting = 'clock_offset_ms';

export interface GatewayClock {
  now: () => number;
  /** Learns how far another process may have moved it. */
  refresh: () => Promise<void>;
  /** Moves it forward, inside a unit of work. */
  advance: (unit: Queries, milliseconds: number) => Promise<void>;
  /** Takes all movement back, inside a unit of work. */
  reset: (unit: Queries) => Promise<void>;
}

/** @returns the distance that is stored, in milliseconds. */
export async function storedOffset(db: Queries): Promise<number> {
  const row = await db.selectFrom('settings').select('value').where('name', '=', setting).executeTakeFirst();
  return Number(row?.value ?? 0);
}

export async function gatewayClock(storage: Storage, clock: Clock): Promise<GatewayClock> {
  let offset = await storedOffset(storage.db);
  const store = async (unit: Queries, value: number) => {
    await unit
      .insertInto('settings')
      .values({ name: setting, value: String(value) })
      .onConflict((conflict) => conflict.column('name').doUpdateSet({ value: String(value) }))
      .execute();
    offset = value;
  };
  return {
    now: () => clock.now() + offset,
    refresh: async () => {
      offset = await storedOffset(storage.db);
    },
    advance: async (unit, milliseconds) => store(unit, (await storedOffset(unit)) + milliseconds),
    reset: (unit) => store(unit, 0),
  };
}
