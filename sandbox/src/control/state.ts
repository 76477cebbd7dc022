// Control API: the whole state of a terminal, thrown away, kept and brought back.
import { storedOffset } from '../core/gateway-clock.ts';
import type { Queries } from '../storage/storage.ts';
import { clockOf, offsetFor } from '../terminals/clock.ts';
import { Mistake } from './mistake.ts';
import { dataTables, deleteData, resetTerminal } from './reset.ts';
import { type ControlHandler, existing } from './workshop.ts';

type Rows = Record<string, Record<string, unknown>[]>;

export const reset: ControlHandler<'reset'> = async ({ body }, { services, observed }) => {
  const { storage, gatewayClock } = services;
  if (body.terminal !== undefined) {
    const id = await existing(services, body.terminal);
    await resetTerminal(services, observed, id, await storedOffset(storage.db));
    return { reset: [id] };
  }
  await storage.write(async (unit) => {
    await gatewayClock.reset(unit);
    await unit.deleteFrom('faults').where('terminal_id', 'is', null).execute();
  });
  const terminals = await storage.db.selectFrom('terminals').select('id').orderBy('id').execute();
  for (const { id } of terminals) await resetTerminal(services, observed, id, 0);
  for (const source of ['refused', 'not needed'] as const) observed.unknownCallers.forget(source);
  return { reset: terminals.map(({ id }) => id) };
};

/** The rows of a terminal by table, with the attempts of its deliveries. */
async function rowsOf(unit: Queries, terminalId: string): Promise<Rows> {
  const rows: Rows = {};
  for (const table of dataTables) {
    rows[table] = (await unit
      .selectFrom(table)
      .selectAll()
      .where('terminal_id', '=', terminalId)
      .execute()) as never;
  }
  rows.delivery_attempts = (await unit
    .selectFrom('delivery_attempts')
    .selectAll('delivery_attempts')
    .innerJoin('deliveries', 'deliveries.id', 'delivery_attempts.delivery_id')
    .where('deliveries.terminal_id', '=', terminalId)
    .execute()) as never;
  return rows;
}

export const takeSnapshot: ControlHandler<'takeSnapshot'> = async ({ body }, { services }) => {
  const terminalId = await existing(services, body.terminal);
  const id = services.identifiers.deliveryId();
  const takenAt = (await clockOf(services, terminalId)) ?? services.clock.now();
  await services.storage.write(async (unit) => {
    const content = JSON.stringify(await rowsOf(unit, terminalId));
    await unit
      .insertInto('snapshots')
      .values({ id, terminal_id: terminalId, taken_at: takenAt, content })
      .execute();
  });
  return { id };
};

export const restoreSnapshot: ControlHandler<'restoreSnapshot'> = async ({ path }, { services }) => {
  const { storage, clock } = services;
  const terminal = await storage.write(async (unit) => {
    const snapshot = await unit
      .selectFrom('snapshots')
      .innerJoin('terminals', 'terminals.id', 'snapshots.terminal_id')
      .select(['snapshots.terminal_id', 'snapshots.taken_at', 'snapshots.content', 'terminals.clock_runs'])
      .where('snapshots.id', '=', path.snapshot ?? '')
      .executeTakeFirst();
    if (!snapshot) throw new Mistake(`There is no snapshot "${path.snapshot}".`, 404);
    const { terminal_id: id, taken_at: takenAt, content } = snapshot;
    const rows = JSON.parse(content) as Rows;
    await deleteData(unit, id);
    // Those that are referred to come first.
    for (const table of [...dataTables].reverse()) await insertAll(unit, table, rows[table] ?? []);
    await insertAll(unit, 'delivery_attempts', rows.delivery_attempts ?? []);
    await unit
      .updateTable('terminals')
      .set({ clock_offset_ms: offsetFor(clock, snapshot, takenAt) })
      .where('id', '=', id)
      .execute();
    return id;
  });
  return { terminal };
};

/** Few at a time: databases limit how many values one statement may have. */
async function insertAll(
  unit: Queries,
  table: (typeof dataTables)[number] | 'delivery_attempts',
  rows: Record<string, unknown>[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += 50) {
    // A delivery that was under way when the snapshot was taken is nobody's now.
    const some = rows
      .slice(start, start + 50)
      .map((row) => ('claimed_until' in row ? { ...row, claimed_until: 0 } : row));
    await unit
      .insertInto(table)
      .values(some as never)
      .execute();
  }
}
