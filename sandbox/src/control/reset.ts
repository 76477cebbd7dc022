// Throws the data of a terminal away: before it begins anew, or before a snapshot takes its place.
import type { Services } from '../core/services.ts';
import type { Observed } from '../observed/observed.ts';
import type { Queries } from '../storage/storage.ts';
import { createTerminal, type NewTerminal, type TerminalCredentials } from '../terminals/terminals.ts';

/** The tables with a terminal's data, those that are referred to after those that refer to them. */
export const dataTables = [
  'faults',
  'deliveries',
  'webhooks',
  'settled_payments',
  'settled_refunds',
  'settlements',
  'refunds',
  'idempotency_keys',
  'callbacks',
  'payments',
] as const;

/** Deletes everything that has happened to a terminal; the terminal and its tokens stay. */
export async function deleteData(unit: Queries, terminalId: string): Promise<void> {
  await unit
    .deleteFrom('delivery_attempts')
    .where('delivery_id', 'in', (of) =>
      of.selectFrom('deliveries').select('id').where('terminal_id', '=', terminalId),
    )
    .execute();
  for (const table of dataTables)
    await unit.deleteFrom(table).where('terminal_id', '=', terminalId).execute();
}

/** Sets a terminal back to its beginning: no data, its first identifiers, its clock as when it was made. */
export async function resetTerminal(
  services: Services,
  observed: Observed,
  terminalId: string,
  offset: number,
): Promise<void> {
  const { storage, seeds } = services;
  await storage.write(async (unit) => {
    const {
      seed,
      clock_runs: runs,
      created_at: createdAt,
    } = await unit
      .selectFrom('terminals')
      .select(['seed', 'clock_runs', 'created_at'])
      .where('id', '=', terminalId)
      .executeTakeFirstOrThrow();
    await deleteData(unit, terminalId);
    await unit
      .updateTable('terminals')
      .set({ clock_offset_ms: runs === 1 ? offset : createdAt })
      .where('id', '=', terminalId)
      .execute();
    await seeds.begin(unit, terminalId, seed);
  });
  observed.requests.forget(terminalId);
  observed.signatureFailures.forget(terminalId);
}

/** Deletes a terminal with everything that has happened to it, whatever state it is in. */
export async function deleteTerminal(
  { storage }: Services,
  observed: Observed,
  terminalId: string,
): Promise<void> {
  await storage.write(async (unit) => {
    await deleteData(unit, terminalId);
    for (const table of ['snapshots', 'tokens'] as const) {
      await unit.deleteFrom(table).where('terminal_id', '=', terminalId).execute();
    }
    await unit.deleteFrom('terminals').where('id', '=', terminalId).execute();
  });
  observed.requests.forget(terminalId);
  observed.signatureFailures.forget(terminalId);
}

/** Makes a terminal of a seed; one that exists already is thrown away first, so that each run begins alike. */
export function takeSeedAgain(observed: Observed) {
  return async (services: Services, wanted: NewTerminal): Promise<TerminalCredentials> => {
    const before = await services.storage.db
      .selectFrom('terminals')
      .select('id')
      .where('seed', '=', wanted.seed ?? '')
      .executeTakeFirst();
    if (before) await deleteTerminal(services, observed, before.id);
    return createTerminal(services, wanted);
  };
}
