// Settling waits for what the turn of the clock has just taken into its hands, however slowly the database answers.
import { expect, it } from 'vitest';
import { openSqlite } from '../src/storage/sqlite.ts';
import type { Storage } from '../src/storage/storage.ts';
import { endpoint } from './support/endpoint.ts';
import { testSandbox } from './support/sandbox.ts';

/** A database whose answer to the first claim of a delivery, though committed, arrives only after the next one's. */
async function answeringClaimsLate() {
  const storage = await openSqlite(':memory:');
  let claimed = () => {};
  let overtaken = () => {};
  const firstClaim = new Promise<void>((resolve) => {
    claimed = resolve;
  });
  const nextWrite = new Promise<void>((resolve) => {
    overtaken = resolve;
  });
  let held = false;
  const write: Storage['write'] = async (work) => {
    const result = await storage.write(work);
    if (held) {
      overtaken();
      return result;
    }
    const claim = await storage.db
      .selectFrom('deliveries')
      .select('id')
      .where('claimed_until', '>', 0)
      .executeTakeFirst();
    if (claim && !held) {
      held = true;
      claimed();
      await nextWrite;
    }
    return result;
  };
  return { storage: { ...storage, write }, firstClaim };
}

it.each(['one terminal', 'all terminals'])('of %s ends when the delivery has arrived', async (whose) => {
  const { storage, firstClaim } = await answeringClaimsLate();
  const sandbox = await testSandbox({ storage });
  const shop = await sandbox.terminal();
  const hook = await endpoint();
  await shop.call('subscribeWebhook', { body: { url: hook.url, events: ['payment.created'] } });
  await shop.createPayment();
  await firstClaim;
  await sandbox.background.settle(whose === 'one terminal' ? shop.id : undefined);
  expect(hook.received).toHaveLength(1);
  const { state } = await storage.db.selectFrom('deliveries').select('state').executeTakeFirstOrThrow();
  expect(state).toBe('delivered');
  await hook.close();
  await sandbox.close();
});
