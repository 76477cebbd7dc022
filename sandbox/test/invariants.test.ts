// Whatever several merchants do, in whatever order: money and its records stay right.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createTerminal } from '../src/terminals/terminals.ts';
import { acts, play } from './support/invariants.ts';
import { noon, testSandbox } from './support/sandbox.ts';

it('random sequences of calls by several merchants never break the invariants', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (sequence) => {
      const sandbox = await testSandbox();
      try {
        await play(sandbox, sequence);
      } finally {
        await sandbox.close();
      }
    }),
    { numRuns: 40 },
  );
});

it('terminals have clocks of their own', async () => {
  const sandbox = await testSandbox();
  const [early, late] = [await sandbox.terminal(), await sandbox.terminal()];
  const authority = await early.createPayment();
  await sandbox.control('clock', { terminal: late.id, advance_seconds: 86_400 });
  expect((await early.call('getPayment', { authority })).json.data.transaction.status).toBe('pending');
  expect((await late.call('getDailyReport', { sign: false })).json.data.report_date).toBe('1405-09-04');
  expect((await early.call('getDailyReport')).json.data.report_date).toBe('1405-09-03');
  expect(sandbox.clock.now()).toBe(noon);
  await createTerminal(sandbox.services);
  await sandbox.close();
});
