// Repeats are made only where they can never act twice, after pauses that the gateway may name.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { headers as names } from '../../generated/client-facts.ts';
import { createClient, type IranDargahClient, rials } from '../src/index.ts';
import { retryDelayMs } from '../src/retry.ts';
import { errorBody } from './fault-server.ts';
import { order, token } from './shop.ts';

const authority = '2025100121424146HC';

interface Scripted {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

/** A client whose every attempt gets the same answer, or a broken line. */
function always(answer: Scripted | 'broken', options = {}) {
  let attempts = 0;
  const pauses: number[] = [];
  const client = createClient({
    token,
    environment: 'sandbox',
    clock: { now: () => 1_727_800_000_000, sleep: async (pause) => void pauses.push(pause) },
    fetch: async () => {
      attempts += 1;
      if (answer === 'broken') throw new TypeError('fetch failed');
      return new Response(JSON.stringify(answer.body), answer);
    },
    ...options,
  });
  return { client, pauses, attempts: () => attempts };
}

const calls: Record<string, { call: (client: IranDargahClient) => Promise<unknown>; repeatable: boolean }> = {
  createPayment: { call: (client) => client.createPayment(order), repeatable: true },
  createVerification: {
    call: (client) => client.createVerification({ authority, amount: rials(100_000) }),
    repeatable: true,
  },
  getPayment: { call: (client) => client.getPayment(authority), repeatable: true },
  getDailyReport: { call: (client) => client.getDailyReport(), repeatable: true },
  cancelPayment: { call: (client) => client.cancelPayment(authority), repeatable: false },
  retryVerification: { call: (client) => client.retryVerification(authority), repeatable: false },
  createRefund: { call: (client) => client.createRefund({ authority }), repeatable: false },
  subscribeWebhook: {
    call: (client) =>
      client.subscribeWebhook({ url: 'https://shop.example/hook', events: ['payment.failed'] }),
    repeatable: false,
  },
};

describe.each(Object.entries(calls))('%s', (_, { call, repeatable }) => {
  const attemptsOf = async (answer: Scripted | 'broken') => {
    const { client, attempts } = always(answer);
    await call(client);
    return attempts();
  };
  it(`is ${repeatable ? '' : 'not '}repeated when the line breaks or the gateway fails`, async () => {
    const internal = { status: 500, body: errorBody('ErrorInternal') };
    const expected = repeatable ? 3 : 1;
    expect([await attemptsOf('broken'), await attemptsOf(internal)]).toEqual([expected, expected]);
  });
  it('is repeated after a rate limit, which has no effect', async () => {
    expect(await attemptsOf({ status: 429, body: errorBody('ErrorRateLimited') })).toBe(3);
  });
  it('is not repeated after a refusal', async () => {
    expect(await attemptsOf({ status: 401, body: errorBody('ErrorCredentialsInvalid') })).toBe(1);
  });
});

describe('the pause after a rate limit', () => {
  const limited = (headers: Record<string, string>) => ({
    status: 429,
    body: errorBody('ErrorRateLimited'),
    headers,
  });

  it.each<{ name: string; headers: Record<string, string>; seconds: number }>([
    { name: 'Retry-After', headers: { [names.retryAfter]: '3' }, seconds: 3 },
    {
      name: 'Retry-After before the end of the window',
      headers: { [names.retryAfter]: '2', [names.rateLimitReset]: '1727800009' },
      seconds: 2,
    },
    {
      name: 'the end of the window when Retry-After is missing',
      headers: { [names.rateLimitReset]: '1727800004' },
      seconds: 4,
    },
  ])('follows $name', async ({ headers, seconds }) => {
    const { client, pauses } = always(limited(headers));
    const result = await client.getPayment(authority);
    expect(result).toMatchObject({ ok: false, status: 429, error: { retryAfterMs: seconds * 1000 } });
    expect(pauses).toHaveLength(2);
    for (const pause of pauses) {
      expect(pause).toBeGreaterThanOrEqual(seconds * 1000);
      expect(pause).toBeLessThan(seconds * 1000 + 1000);
    }
  });

  it('is left to the shop when it would be too long', async () => {
    const { client, attempts } = always(limited({ [names.retryAfter]: '60' }));
    const result = await client.createPayment(order);
    expect(result).toMatchObject({ ok: false, status: 429, error: { retryAfterMs: 60_000 } });
    expect(attempts()).toBe(1);
  });
});

describe('the pauses', () => {
  it('grow, differ, and stay within the limit', () => {
    const error = { code: 'network' } as never;
    const operation = { method: 'GET' } as never;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 60_000 }),
        (attempt, random, maxRetryDelayMs) => {
          const delay = retryDelayMs(error, operation, attempt, { retries: 20, maxRetryDelayMs }, random);
          expect(delay).toBeGreaterThan(0);
          expect(delay).toBeLessThanOrEqual(maxRetryDelayMs);
          const later = retryDelayMs(error, operation, attempt + 1, { retries: 21, maxRetryDelayMs }, random);
          expect(later).toBeGreaterThanOrEqual(delay as number);
        },
      ),
    );
  });

  it.each([0, 1, 5])('are as many as the retries: %i', async (retries) => {
    const { client, attempts } = always('broken', { retries });
    await client.getHealth();
    expect(attempts()).toBe(retries + 1);
    await client.getHealth(undefined, { retries: 1 });
    expect(attempts()).toBe(retries + 3);
  });

  it('are not endless when retries is given as undefined', async () => {
    const { client, attempts } = always('broken', { retries: undefined });
    await client.getHealth(undefined, { retries: undefined });
    expect(attempts()).toBe(3);
  });
});
