// Work on what is due at many terminals: together where all goes well, and one terminal's failure is no other's.
import type { Services } from '../core/services.ts';
import type { Queries } from '../storage/storage.ts';

/**
 * Works on rows of several terminals in one unit; when that fails, in a unit for each terminal.
 * @returns the terminals whose work failed, each of them logged.
 */
export async function oneByOne<Row extends { terminal_id: string }>(
  { storage, log }: Pick<Services, 'storage' | 'log'>,
  what: string,
  rows: readonly Row[],
  work: (unit: Queries, row: Row) => Promise<unknown>,
): Promise<string[]> {
  const all = (some: readonly Row[]) =>
    storage.write(async (unit) => {
      for (const row of some) await work(unit, row);
    });
  const byTerminal = Map.groupBy(rows, ({ terminal_id: id }) => id);
  // Nothing is known yet of who is to blame, unless there is only one.
  if (
    byTerminal.size > 1 &&
    (await all(rows)
      .then(() => true)
      .catch(() => false))
  )
    return [];
  const failed: string[] = [];
  for (const [terminal, some] of byTerminal) {
    try {
      await all(some);
    } catch (error) {
      log.error({ err: error, terminal }, `${what} failed`);
      failed.push(terminal);
    }
  }
  return failed;
}
