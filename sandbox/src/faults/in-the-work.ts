// Errors inside the work on order: here an operation asks whether it shall fail in its midst.
import { type ErrorName, operations } from '../../../generated/facts.ts';
import type { Call } from '../core/call.ts';
import type { Services } from '../core/services.ts';
import type { Queries } from '../storage/storage.ts';
import { errorsOfTheWork } from './errors.ts';
import { strike } from './strike.ts';

/**
 * Takes one ordered error for a call, if there is one that its operation can answer.
 * Terminals are isolated: an order for one is never taken by another.
 */
export async function takeFault(unit: Queries, call: Call): Promise<ErrorName | undefined> {
  const possible = operations[call.operation].errors as readonly ErrorName[];
  const struck = await strike(unit, {
    terminalId: call.caller?.terminalId ?? null,
    kinds: ['error'],
    on: call.operation,
    errors: errorsOfTheWork.filter((name) => possible.includes(name)),
  });
  return struck?.error ?? undefined;
}

/** As takeFault, without asking the database when nothing has been ordered for the caller. */
export async function faultOf(unit: Queries, call: Call): Promise<ErrorName | undefined> {
  return call.caller?.faultsOrdered ? takeFault(unit, call) : undefined;
}

/** Whether anything has been ordered that could strike a call; nearly always nothing has. */
export function mayBeStruck(
  { caller }: Pick<Call, 'caller'>,
  { storage }: Pick<Services, 'storage'>,
): boolean | Promise<boolean> {
  return caller ? caller.faultsOrdered : anyOrderForAll(storage.db);
}

/** Whether anything has been ordered for requests without a terminal. */
async function anyOrderForAll(db: Queries): Promise<boolean> {
  const order = await db
    .selectFrom('faults')
    .select('id')
    .where('terminal_id', 'is', null)
    .where('remaining', '>', 0)
    .limit(1)
    .executeTakeFirst();
  return order !== undefined;
}
