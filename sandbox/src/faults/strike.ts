// Lets an order strike: decides by its seed, counts it down, and tells what happens.
import type { ErrorName } from '../../../generated/facts.ts';
import type { FaultKind } from '../storage/schema.ts';
import type { Queries } from '../storage/storage.ts';
import { chance } from './chance.ts';
import type { FaultSettings } from './orders.ts';

export interface Struck {
  kind: FaultKind;
  error: ErrorName | null;
  settings: FaultSettings;
  /** A number from 0 to 1 of this very decision. */
  chance: (purpose: string) => number;
}

export interface Target {
  /** null: a request without a terminal. */
  terminalId: string | null;
  kinds: readonly FaultKind[];
  /** The operation or event; orders for another do not strike. */
  on: string | null;
  /** The errors that may be answered here; all when it is not given. */
  errors?: readonly ErrorName[];
}

/**
 * Takes the first order that strikes a target. Each order decides once for each request or event that it could
 * strike, in their order, so that the same seed strikes the same ones again.
 */
export async function strike(
  unit: Queries,
  { terminalId, kinds, on, errors }: Target,
): Promise<Struck | undefined> {
  const orders = await unit
    .selectFrom('faults')
    .selectAll()
    .where('remaining', '>', 0)
    .where('kind', 'in', kinds as FaultKind[])
    .where('terminal_id', terminalId === null ? 'is' : '=', terminalId)
    .where(({ eb, or }) => or([eb('operation', 'is', null), eb('operation', '=', on)]))
    .orderBy('position')
    .orderBy('id')
    .execute();
  for (const { id, kind, error, seed, settings, probability } of orders) {
    const name = error as ErrorName | null;
    if (name !== null && errors && !errors.includes(name)) continue;
    const decided = await unit
      .updateTable('faults')
      .set(({ eb }) => ({ decisions: eb('decisions', '+', 1) }))
      .where('id', '=', id)
      .where('remaining', '>', 0)
      .returning('decisions')
      .executeTakeFirst();
    if (!decided) continue;
    const index = Number(decided.decisions) - 1;
    if (chance(seed, index, 'strikes') >= probability) continue;
    await unit
      .updateTable('faults')
      .set(({ eb }) => ({ remaining: eb('remaining', '-', 1) }))
      .where('id', '=', id)
      .execute();
    return {
      kind,
      error: name,
      settings: JSON.parse(settings) as FaultSettings,
      chance: (purpose) => chance(seed, index, purpose),
    };
  }
  return undefined;
}
