// What a busy sandbox remembers and ponders is bounded by bytes and by time, not by counts of things of any size.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recent } from '../src/observed/recent.ts';
import { diagnoseInSlices } from '../src/signing/diagnosis/diagnose.ts';
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

describe('the explanation of a wrong signature', () => {
  it.each([
    ['a small body', 100],
    ['the largest body', 60_000],
  ])('of %s lets others in after every few attempts', async (_size, length) => {
    const body = Buffer.from(JSON.stringify({ ...payment, description: 'س"/'.repeat(length / 8) }));
    const request = { method: 'POST', url: '/v2/payments', body, signature: 'ab'.repeat(32), timestamp: '0' };
    let attempts = 0;
    let turns = 0;
    let explained = false;
    // On this clock an attempt takes a millisecond, however busy the machine is.
    const explaining = diagnoseInSlices(request, { secretKey: 'cd'.repeat(32) }, 0, () => attempts++).finally(
      () => {
        explained = true;
      },
    );
    while (!explained) {
      await new Promise((resolve) => setImmediate(resolve));
      turns += 1;
    }
    expect((await explaining).causes).toEqual(['unknown']);
    expect(attempts).toBeGreaterThan(50);
    expect(turns).toBeGreaterThanOrEqual(Math.floor(attempts / 6));
  });
});
