// What a busy sandbox remembers and ponders is bounded by bytes and by time, not by counts of things of any size.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recent } from '../src/control/recent.ts';
import { payment, type TestSandbox, testSandbox } from './support/sandbox.ts';

let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await testSandbox();
});
afterAll(() => sandbox.close());

const local = { host: '127.0.0.1' };

describe('what is remembered', () => {
  const sized = () => recent<string>(200, { total: 2_000, bytes: 1_000, sizeOf: ({ length }) => length });

  it('is forgotten by its size, that of the terminal that was silent longest first', () => {
    const kept = sized();
    kept.add('one', 'a'.repeat(400));
    kept.add('other', 'b'.repeat(400));
    kept.add('other', 'c'.repeat(400));
    expect([kept.of('one').length, kept.of('other').length]).toEqual([0, 2]);
    kept.add('other', 'd'.repeat(150));
    kept.add('other', 'e'.repeat(150));
    expect(kept.of('other').map((text) => text[0])).toEqual(['c', 'd', 'e']);
  });

  it('has the newest even if that alone is too large, and nothing is counted twice', () => {
    const kept = sized();
    kept.add('one', 'a'.repeat(5_000));
    expect(kept.of('one')).toHaveLength(1);
    kept.add('one', 'b');
    expect(kept.of('one')).toEqual(['b']);
    kept.forget('one');
    for (let count = 0; count < 10; count += 1) kept.add('two', 'c'.repeat(100));
    expect(kept.of('two')).toHaveLength(10);
  });

  it('of requests with large bodies stays below 24 MB, however many terminals send them', async () => {
    const shops = await Promise.all(Array.from({ length: 20 }, () => sandbox.terminal({ secretKey: null })));
    const description = 'x'.repeat(62_000);
    for (const shop of shops) {
      for (let count = 0; count < 40; count += 1) {
        await sandbox.request(
          'POST',
          '/v2/payments',
          { authorization: `Bearer ${shop.token}`, 'content-type': 'application/json' },
          JSON.stringify({ ...payment, description }),
        );
      }
    }
    let bytes = 0;
    for (const { id } of shops) {
      const { text } = await sandbox.request('GET', `/_sandbox/har?terminal=${id}`, local);
      bytes += text.length;
    }
    expect(bytes).toBeLessThan(24 * 2 ** 20);
    expect(bytes).toBeGreaterThan(7 * 2 ** 20);
  });
});

/**
 * The longest turn of the event loop while something goes on, in milliseconds of this thread's own work: on a machine
 * that is busy with other things, the time of the clock would tell of them.
 */
async function longestTurn(milliseconds: number, begin: () => Promise<unknown>): Promise<number> {
  const worked = () => {
    const { user, system } = process.threadCpuUsage();
    return (user + system) / 1000;
  };
  const end = performance.now() + milliseconds;
  const running = begin();
  let longest = 0;
  while (performance.now() < end) {
    const before = worked();
    await new Promise((resolve) => setImmediate(resolve));
    longest = Math.max(longest, worked() - before);
  }
  await running;
  return longest;
}

describe('the explanation of a wrong signature', () => {
  it.each([
    ['a small body', 100],
    ['the largest body', 60_000],
  ])('of %s holds up nobody else for long', async (_size, length) => {
    const shop = await sandbox.terminal();
    const body = JSON.stringify({
      ...payment,
      description: 'س"/'.repeat(length / 8),
      list: [1, 2, { a: 1.5 }],
    });
    const refused = () =>
      sandbox.request(
        'POST',
        '/v2/payments',
        {
          authorization: `Bearer ${shop.token}`,
          'content-type': 'application/json',
          'x-signature': 'ab'.repeat(32),
          'x-timestamp': String(Math.floor(sandbox.clock.now() / 1000)),
        },
        body,
      );
    // Once before it is measured: what is compiled for the first time takes longer.
    await refused();
    const explained = async (count: number) => {
      for (let tries = 0; tries < 2_000; tries += 1) {
        const { json } = await sandbox.control(`signature-failures?terminal=${shop.id}`);
        if (json.failures.length >= count) return json.failures;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      throw new Error('It was not explained.');
    };
    await explained(1);
    sandbox.clock.advance(1000);
    const longest = await longestTurn(1_500, refused);
    const [, failure] = await explained(2);
    expect(failure.causes).toEqual(['unknown']);
    console.log(
      `explaining ${body.length} characters: the longest wait of the loop was ${longest.toFixed(0)} ms`,
    );
    expect(longest).toBeLessThan(50);
  });
});
