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

const reasonsOf = ({ cases }: Report) =>
  Object.fromEntries(
    [...Map.groupBy(cases, ({ reason }) => reason ?? '')].map(([reason, those]) => [reason, those.length]),
  );

describe('a gateway by its address', () => {
  it('is judged but for what no gateway can be asked for, where somebody pays', async () => {
    const report = await judged('--write', '--undocumented', '--payer', robot.url, '--part', 'workflows');
    console.log(
      reasonsOf(report),
      report.coverage.map(({ name, reached, total }) => `${name} ${reached}/${total}`),
    );
    console.log(
      report.findings.slice(0, 10),
      report.cases
        .filter((c) => c.outcome === 'not reached')
        .map((c) => `${c.operation} ${c.name}`)
        .join('; '),
    );
    expect(report.findings).toEqual([]);
  });

  it('is judged in all that needs only writing, where nobody pays', async () => {
    const report = await judged('--write');
    console.log(
      reasonsOf(report),
      report.coverage.map(({ name, reached, total }) => `${name} ${reached}/${total}`),
    );
    expect(report.findings).toEqual([]);
  });
});
