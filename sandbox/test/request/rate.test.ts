// How often a caller may call, and whose requests are counted together.
import { describe, expect, it } from 'vitest';
import { rateLimits } from '../../../generated/facts.ts';
import { hashOfToken } from '../../src/core/identifiers.ts';
import { type CountedWindow, countInMemory } from '../../src/core/rate-counter.ts';
import { limitRate } from '../../src/request/limit-rate.ts';
import { limitStrangers } from '../../src/request/limit-strangers.ts';
import { callerWith, callWith, refusalOf, settings } from '../support/call.ts';

const caller = callerWith({ tokenHash: hashOfToken('my token') });

/** The windows that a call is counted in. */
async function windowsOf(
  fields: Parameters<typeof callWith>[0],
  ratePerSecond = 0,
): Promise<CountedWindow[]> {
  const counted: CountedWindow[] = [];
  const rates = {
    count: (windows: readonly CountedWindow[]) => {
      counted.push(...windows);
      return { admitted: true, window: { limit: 1, remaining: 0, endsAt: 0 } };
    },
  };
  await limitRate(callWith({ caller, ...fields }), { settings: { ...settings, ratePerSecond }, rates });
  return counted;
}
const keysOf = async (...wanted: Parameters<typeof windowsOf>) =>
  (await windowsOf(...wanted)).map(({ key }) => key);

describe('a request', () => {
  it("is counted by its token in the windows of its operation, with the contract's limits", async () => {
    const { limit, window_seconds } = rateLimits.payments;
    expect(await windowsOf({})).toEqual([
      { key: 'payments token tok_1', limit, milliseconds: window_seconds * 1000 },
    ]);
  });

  it('is counted by its address without a caller', async () => {
    expect(await keysOf({ caller: undefined })).toEqual(['payments address 203.0.113.7']);
  });

  it("is counted in the sandbox's own window as well, where there is one", async () => {
    expect(await keysOf({}, 5)).toEqual(['sandbox token tok_1', 'payments token tok_1']);
  });

  it('with a valid signature is free of the limits that it lifts, and of no other', async () => {
    const signature = 'valid' as const;
    expect(await keysOf({ signature })).toEqual([]);
    expect(await keysOf({ signature, operation: 'testWebhook' })).toHaveLength(2);
  });

  it('of a terminal without limits is counted nowhere, and neither is any where the sandbox has none', async () => {
    expect(await keysOf({ caller: { ...caller, rateLimits: false } }, 5)).toEqual([]);
    const withoutLimits = { settings: { ...settings, ratePerSecond: 5, withoutLimits: true } };
    const rates = { count: () => expect.unreachable('It was counted.') };
    for (const limited of [limitRate, limitStrangers]) {
      const call = callWith({ caller: undefined, tokenRefusal: 'unknown' });
      expect(await limited(call, { ...withoutLimits, rates })).toBeUndefined();
    }
  });

  it('that is refused says how long to wait, and what is left', async () => {
    const services = { settings: { ...settings, ratePerSecond: 1 }, rates: countInMemory() };
    const call = callWith({ caller });
    expect((await limitRate(call, services))?.found?.rateWindow?.remaining).toBe(0);
    const outcome = await limitRate(call, services);
    expect([refusalOf(outcome), outcome?.refusal?.headers]).toEqual([
      'ErrorRateLimited',
      { 'Retry-After': '1' },
    ]);
    expect(outcome?.found?.rateWindow).toEqual({ limit: 1, remaining: 0, endsAt: call.now + 1000 });
  });
});

describe('X-API-Token', () => {
  const prepare = (token?: string) =>
    keysOf({ operation: 'prepareRequest', headers: token === undefined ? {} : { 'x-api-token': token } });
  const address = 'address 203.0.113.7 of term_1';

  it("chooses the caller's counter when it is the caller's own token", async () => {
    expect(await prepare('my token')).toEqual([
      `prepare-ip ${address}`,
      'prepare-token token tok_1',
      'prepare-day token tok_1',
    ]);
  });

  it.each([undefined, "another's token"])('sent as %s leaves the address to be counted', async (token) => {
    expect(await prepare(token)).toEqual([
      `prepare-ip ${address}`,
      `prepare-token ${address}`,
      `prepare-day ${address}`,
    ]);
  });
});
