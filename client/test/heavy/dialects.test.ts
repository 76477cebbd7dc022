// Under every dialect, every pair of dialects in both orders, and some crowds of them: the client says what is true.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allDialects } from '../../../foundation/dialects/catalogue.ts';
import { type RunningSandbox, startSandbox } from '../../../sandbox/src/index.ts';
import type { DialectName } from '../../../sandbox/src/testing/index.ts';
import { type Told, tellAll } from '../dialect-story.ts';

const names = Object.keys(allDialects()) as DialectName[];
const pairs = names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other] as const));

let running: RunningSandbox;
const told: Told = {};
const crowds = fc.sample(fc.shuffledSubarray(names, { minLength: 3 }), 30);
beforeAll(async () => {
  running = await startSandbox({ port: 0, memory: true, ratePerSecond: 0 });
});
afterAll(async () => {
  await running.close();
  console.log(`dialects: ${names.length}, pairs: ${pairs.length}, crowds: ${crowds.length},`, told);
});

describe('verifyPayment', () => {
  it.each(names)('is safe with %s in many stories', (name) => tellAll(running, [name], 60, told));

  it.each(pairs)('is safe with %s and %s', async (one, other) => {
    await tellAll(running, [one, other], 4, told);
    await tellAll(running, [other, one], 0, told);
  });

  it('is safe with many dialects at once', async () => {
    for (const crowd of crowds) await tellAll(running, crowd, 4, told);
    expect(told.paid).toBeGreaterThan(1000);
  });
});
