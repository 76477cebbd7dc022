// Throws away what nobody can ask for any more, so that a sandbox that runs for months does not only grow.
import type { Storage } from './storage.ts';

/**
 * Deletes idempotency keys and rate windows whose time is over.
 * @param now on the machine's clock: no terminal's clock is behind it, so nothing is deleted too early.
 */
export async function deleteOutlived({ write }: Storage, now: number): Promise<void> {
  await write(async (unit) => {
    await unit.deleteFrom('idempotency_keys').where('expires_at', '<=', now).execute();
    await unit.deleteFrom('rate_windows').where('ends_at', '<=', now).execute();
  });
}
