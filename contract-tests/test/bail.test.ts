// With --bail a run ends at the first finding that fails it, and still tells what it has found.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Fault, mutating } from '../mutants/answers/mutating.ts';
import { readOptions } from '../src/run/options.ts';
import { silent } from '../src/run/progress.ts';
import { runAgainst } from '../src/run/run.ts';
import { startSandboxTarget } from '../src/targets/sandbox.ts';
import type { Target } from '../src/targets/target.ts';

const optionsOf = (...args: string[]) => {
  const options = readOptions(
    ['--target', 'sandbox', '--part', 'replay', '--only', 'getHealth', ...args],
    {},
  );
  if (!options) throw new Error('The arguments asked for help.');
  return options;
};

let right: Target;
beforeAll(async () => {
  right = await startSandboxTarget(optionsOf());
});
afterAll(() => right.close());

async function judged(fault: Fault, ...args: string[]) {
  const wrong = await mutating(right.url, fault);
  try {
    return await runAgainst({ ...right, url: wrong.url }, optionsOf(...args), silent);
  } finally {
    await wrong.close();
  }
}

/** Every answer of the health check is under a status that is not documented, an error included. */
const broken: Fault = { answer: (answer) => ({ ...answer, status: 418 }) };
/** Every success has another status than it is assumed to have. */
const differing: Fault = {
  answer: (answer) => (answer.status === 200 ? { ...answer, status: 202 } : answer),
};

describe('a run with --bail', () => {
  it('ends at the first case that breaks the contract', async () => {
    const whole = await judged(broken);
    const short = await judged(broken, '--bail');
    expect(whole.cases.length).toBeGreaterThan(1);
    expect(short.cases).toHaveLength(1);
    expect(short.verdict).toBe('broken');
    expect(short.findings.length).toBeGreaterThan(0);
  });

  it('goes on where nothing fails the run', async () => {
    const whole = await judged(differing);
    const short = await judged(differing, '--bail');
    expect(whole.verdict).toBe('differs');
    expect(short.cases.map(({ name }) => name)).toEqual(whole.cases.map(({ name }) => name));
  });

  it('ends at what differs when the run is strict', async () => {
    const short = await judged(differing, '--bail', '--strict');
    expect(short.cases.filter(({ outcome }) => outcome === 'differs')).toHaveLength(1);
    expect(short.cases.at(-1)?.outcome).toBe('differs');
  });

  it('judges a right server to the end', async () => {
    const report = await judged({}, '--bail');
    expect(report.verdict).toBe('kept');
    expect(report.cases.length).toBeGreaterThan(1);
  });
});
