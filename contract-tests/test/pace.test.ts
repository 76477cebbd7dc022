// A run keeps inside the documented limits by itself, on a clock that only moves when it is told to.
import { describe, expect, it } from 'vitest';
import { rateLimits, sandbox } from '../../generated/facts.ts';
import { operationOf } from '../src/contract/document.ts';
import { createPace, windowsOf } from '../src/run/pace.ts';

function manualTiming() {
  let time = 0;
  const sleep = async (milliseconds: number) => {
    time += milliseconds;
  };
  return { timing: { now: () => time, sleep }, passed: () => time };
}

const production = { signed: false, isSandbox: false };

describe('the pace of a caller', () => {
  it.each([
    ['listTransactions', production, rateLimits.transactions],
    ['subscribeWebhook', production, rateLimits['webhook-subscribe']],
    ['testWebhook', { signed: true, isSandbox: false }, rateLimits['webhook-test-burst']],
    ['getPayment', { signed: true, isSandbox: true }, sandbox.rate_limit],
  ] as const)('of %s never overfills a window', async (id, circumstances, { limit, window_seconds }) => {
    const { timing } = manualTiming();
    const pace = createPace(timing);
    const windows = windowsOf(operationOf(id), circumstances);
    const sent: number[] = [];
    for (let count = 0; count < 3 * limit; count++) {
      await timing.sleep(pace.wait(windows));
      pace.sent(windows);
      sent.push(timing.now());
    }
    const length = window_seconds * 1000;
    const most = Math.max(
      ...sent.map((from) => sent.filter((time) => time >= from && time < from + length).length),
    );
    expect(most).toBe(limit > 5 ? limit - 1 : limit);
  });

  it('is not bound where a signature lifts the limit, or where there is none', () => {
    expect(windowsOf(operationOf('createPayment'), { signed: true, isSandbox: false })).toEqual([]);
    expect(windowsOf(operationOf('getPayment'), production)).toEqual([]);
  });

  it('waits as long as the server says', () => {
    const { timing } = manualTiming();
    const pace = createPace(timing);
    const windows = windowsOf(operationOf('listTransactions'), production);
    pace.blocked(windows, 30_000);
    expect(pace.wait(windows)).toBe(30_000);
    pace.skipped(30_000);
    expect(pace.wait(windows)).toBe(0);
  });
});
