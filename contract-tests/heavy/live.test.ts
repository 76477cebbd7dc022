// A real gateway as far as a run can tell: the sandbox by its address, without its control API, with a robot that pays.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/src/index.ts';
import { startCardRobot } from '../examples/card-robot.ts';
import type { Report } from '../src/report/report.ts';
import { readOptions } from '../src/run/options.ts';
import { silent } from '../src/run/progress.ts';
import { runAgainst } from '../src/run/run.ts';
import { liveTarget } from '../src/targets/live.ts';

let ahead = 0;
const clock = { now: () => Date.now() + ahead, elapsed: () => performance.now() };

let gateway: RunningSandbox;
let robot: Awaited<ReturnType<typeof startCardRobot>>;
let other: { token: string; secret_key: string };
beforeAll(async () => {
  gateway = await startSandbox({ port: 0, memory: true, clock });
  robot = await startCardRobot();
  const made = await fetch(`${gateway.url}/_sandbox/terminals`, { method: 'POST' });
  other = (await made.json()) as typeof other;
});
afterAll(async () => {
  robot.close();
  await gateway.close();
});

/** Judges the gateway; where the run would wait for a limit, the gateway's clock is moved on instead. */
async function judged(...args: string[]): Promise<Report> {
  const options = readOptions(['--target', gateway.url, ...args], {
    CONTRACT_TOKEN: gateway.token,
    CONTRACT_SECRET_KEY: gateway.secretKey,
    CONTRACT_OTHER_TOKEN: other.token,
    CONTRACT_OTHER_SECRET_KEY: other.secret_key,
  });
  if (!options) throw new Error('The arguments asked for help.');
  const target = await liveTarget(options, { tell: () => {}, onWait: () => {}, expected: () => undefined });
  try {
    const pass = async (milliseconds: number) => {
      ahead += Math.ceil(milliseconds);
    };
    const now = () => Math.floor(clock.now() / 1000);
    return await runAgainst({ ...target, pass, now }, options, silent);
  } finally {
    await target.close();
  }
}

const unreached = ({ cases }: Report) => cases.filter(({ outcome }) => outcome === 'not reached');

/** What no gateway can be asked for, and what the run was not allowed to. */
const trueReasons =
  /takes (terminals of other kinds|a token that is rotated|failures on order|a clock that can be moved|what happens on order)|use up a limit|no production server|so short a key/;

describe('a gateway by its address', () => {
  it('is judged but for what no gateway can be asked for, where somebody pays', async () => {
    const report = await judged('--write', '--undocumented', '--payer', robot.url);
    expect(report.findings).toEqual([]);
    expect(unreached(report).filter(({ reason = '' }) => !trueReasons.test(reason))).toEqual([]);
    const measure = (name: string) => report.coverage.find((one) => one.name === name);
    expect(measure('operations')?.missing).toEqual([]);
    expect(measure('examples of requests')?.missing).toEqual([]);
    expect(
      measure('examples of callbacks and webhooks')
        ?.missing.map(({ what }) => what.split(' ')[0])
        .sort(),
    ).toEqual([
      'payment.reversed',
      'refund.completed',
      'settlement.completed',
      'settlement.created',
      'settlement.failed',
      'verification.failed',
    ]);
    expect(report.leftBehind).toBeUndefined();
    const subscriptions = await gateway.sandbox.services.storage.db
      .selectFrom('webhooks')
      .select('id')
      .where('is_active', '=', 1)
      .execute();
    expect(subscriptions).toEqual([]);
  });

  it('is judged in all that needs only writing, where nobody pays', async () => {
    const report = await judged('--write');
    expect(report.findings).toEqual([]);
    const reasons = unreached(report).filter(({ reason = '' }) => !trueReasons.test(reason));
    expect([...new Set(reasons.map(({ reason }) => reason))].sort()).toEqual([
      expect.stringContaining('--payer'),
      expect.stringContaining('--undocumented'),
    ]);
  });
});
