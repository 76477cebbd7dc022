// Moves a terminal's clock forward, stopping wherever something is due, so that all of it happens in order.
import type { Background } from '../background.ts';
import { openStates } from '../payments/states.ts';
import type { Services } from '../services.ts';

/** The next moment on the terminal's clock at which something is due; undefined when nothing is. */
async function nextDue({ storage: { db } }: Services, terminalId: string): Promise<number | undefined> {
  const moments = await Promise.all([
    db
      .selectFrom('payments')
      .select(({ fn }) => fn.min<number | null>('expires_at').as('at'))
      .where('terminal_id', '=', terminalId)
      .where('state', 'in', openStates)
      .executeTakeFirst(),
    db
      .selectFrom('refunds')
      .select(({ fn }) => fn.min<number | null>('payout_at').as('at'))
      .where('terminal_id', '=', terminalId)
      .where('status', '=', 'pending')
      .executeTakeFirst(),
    db
      .selectFrom('deliveries')
      .select(({ fn }) => fn.min<number | null>('next_attempt_at').as('at'))
      .where('terminal_id', '=', terminalId)
      .where('state', '=', 'pending')
      .executeTakeFirst(),
  ]);
  const known = moments.flatMap((row) => (row?.at == null ? [] : [Number(row.at)]));
  return known.length > 0 ? Math.min(...known) : undefined;
}

/**
 * Moves the clock of one terminal.
 * @returns the moment on its clock afterwards, in milliseconds.
 */
export async function advanceClock(
  services: Services,
  background: Background,
  terminalId: string,
  milliseconds: number,
): Promise<number> {
  const { storage, clock } = services;
  const { clock_offset_ms: before } = await storage.db
    .selectFrom('terminals')
    .select('clock_offset_ms')
    .where('id', '=', terminalId)
    .executeTakeFirstOrThrow();
  const target = before + milliseconds;
  const setOffset = (offset: number) =>
    storage.write((unit) =>
      unit.updateTable('terminals').set({ clock_offset_ms: offset }).where('id', '=', terminalId).execute(),
    );
  await background.settle();
  let offset = before;
  for (;;) {
    const due = await nextDue(services, terminalId);
    if (due === undefined || due - clock.now() > target) break;
    offset = Math.max(offset, due - clock.now());
    await setOffset(offset);
    await background.settle();
    // A delivery in another process's hands stays due without being sent here; time goes on all the same.
    if ((await nextDue(services, terminalId)) === due) break;
  }
  await setOffset(target);
  await background.settle();
  return clock.now() + target;
}
