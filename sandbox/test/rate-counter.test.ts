// Windows of rate limits, in memory and in a database: what counts as the same window when moments come out of order.
import { describe, expect, it, onTestFinished } from 'vitest';
import { countInDatabase, countInMemory, type RateCounter } from '../src/core/rate-counter.ts';
import { openTestStorage } from './support/storage.ts';

const minute = 60_000;
const start = 1_795_512_600_000;

describe.each<[string, () => Promise<RateCounter>]>([
  ['in memory', async () => countInMemory()],
  [
    'in a database',
    async () => {
      const storage = await openTestStorage();
      onTestFinished(() => storage.close());
      return countInDatabase(storage);
    },
  ],
])('limits counted %s', (_place, counter) => {
  /** How many of ten requests at these moments get through a limit of five. */
  const admitted = async (moments: number[]) => {
    const rates = await counter();
    let count = 0;
    for (const moment of moments) {
      const result = await rates.count([{ key: 'payments', limit: 5, milliseconds: minute }], moment);
      count += result.admitted ? 1 : 0;
    }
    return count;
  };

  it('let through no more when requests overtake each other, or the clock of one process is behind', async () => {
    const moments = Array.from({ length: 10 }, (_, index) => start + (index % 2 === 0 ? 0 : -3));
    expect(await admitted(moments)).toBe(5);
    expect(await admitted(moments.map((moment, index) => moment - (index % 2) * 4_000))).toBe(5);
  });

  it('begin anew after a minute, and when the clock is set back', async () => {
    const full = Array(6).fill(start) as number[];
    expect(await admitted([...full, start + minute])).toBe(6);
    expect(await admitted([...full, start - 10 * minute])).toBe(6);
  });
});
