// Under every dialect of the sandbox: never paid without the money, never lost for good with it, and known in the end.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allDialects } from '../../sandbox/src/contract/dialects.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/src/index.ts';
import type { DialectName } from '../../sandbox/src/testing/index.ts';
import { knownStories, story, type Told, tell } from './dialect-story.ts';

const names = Object.keys(allDialects()) as DialectName[];
const pairs = names.flatMap((one, at) => names.slice(at + 1).map((other) => [one, other] as const));

let running: RunningSandbox;
beforeAll(async () => {
  running = await startSandbox({ port: 0, memory: true, ratePerSecond: 0 });
});
const told: Told = {};
let pairsTold = 0;
afterAll(async () => {
  await running.close();
  console.log(`dialects: ${names.length}, pairs: ${pairsTold} of ${pairs.length},`, told);
});

/** Tells what has deceived before, and some stories that nobody knows. */
const tellAll = (dialects: readonly DialectName[], unheard: number) =>
  fc.assert(
    fc.asyncProperty(story, (one) => tell(running, dialects, one, told)),
    {
      examples: knownStories.map((one): [typeof one] => [one]),
      numRuns: knownStories.length + unheard,
    },
  );

describe('verifyPayment', () => {
  it('is safe with a gateway that speaks as we assume', () => tellAll([], 5));

  it.each(names)('is safe with %s', (name) => tellAll([name], 2));

  it('is safe with pairs of dialects', async () => {
    const some = fc.sample(fc.constantFrom(...pairs), 12);
    for (const pair of some) await tellAll(pair, 0);
    pairsTold = new Set(some).size;
    expect(pairsTold).toBeGreaterThan(8);
  });
});
