// Errors on order: the control API says that the next requests of a terminal shall fail, and here they do.
import { type ErrorName, operations } from '../../../generated/facts.ts';
import type { Call } from '../call.ts';
import type { Queries } from '../storage/storage.ts';

/**
 * Takes one ordered error for a call, if there is one that its operation can answer.
 * Terminals are isolated: an order for one is never taken by another.
 */
export async function takeFault(unit: Queries, call: Call): Promise<ErrorName | undefined> {
  const possible = operations[call.operation].errors as readonly ErrorName[];
  const terminalId = call.caller?.terminalId;
  const waiting = await unit
    .selectFrom('faults')
    .select(['id', 'error'])
    .where('remaining', '>', 0)
    .where('terminal_id', terminalId === undefined ? 'is' : '=', terminalId ?? null)
    .where(({ eb, or }) => or([eb('operation', 'is', null), eb('operation', '=', call.operation)]))
    .orderBy('id')
    .execute();
  for (const { id, error } of waiting) {
    if (!possible.includes(error as ErrorName)) continue;
    const { numUpdatedRows } = await unit
      .updateTable('faults')
      .set(({ eb }) => ({ remaining: eb('remaining', '-', 1) }))
      .where('id', '=', id)
      .where('remaining', '>', 0)
      .executeTakeFirst();
    if (numUpdatedRows > 0n) return error as ErrorName;
  }
  return undefined;
}

/** As takeFault, without asking the database when nothing has been ordered for the caller. */
export async function faultOf(unit: Queries, call: Call): Promise<ErrorName | undefined> {
  return call.caller?.faultsOrdered ? takeFault(unit, call) : undefined;
}

/** Whether an error has been ordered for requests without a terminal. */
export async function anyOrderForAll(db: Queries): Promise<boolean> {
  const order = await db
    .selectFrom('faults')
    .select('id')
    .where('terminal_id', 'is', null)
    .where('remaining', '>', 0)
    .limit(1)
    .executeTakeFirst();
  return order !== undefined;
}
