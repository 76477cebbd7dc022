// The sandbox keeps every random sequence of a seed that changes from day to day; the report names it.
import { expect, it } from 'vitest';
import { readOptions } from '../src/run/options.ts';
import { silent } from '../src/run/progress.ts';
import { runAgainst } from '../src/run/run.ts';
import { startSandboxTarget } from '../src/targets/sandbox.ts';

const sequences = 150;
const day = 86_400_000;

it('the sandbox keeps hundreds of random sequences', async () => {
  const seed = String(Math.floor(Date.now() / day));
  console.log(`Sequences of seed ${seed}`);
  const args = ['--part', 'sequences', '--sequences', String(sequences), '--seed', seed];
  const options = readOptions(['--target', 'sandbox', ...args], {});
  if (!options) throw new Error('The arguments asked for help.');
  const target = await startSandboxTarget(options);
  try {
    const { findings, cases } = await runAgainst(target, options, silent);
    expect(findings).toEqual([]);
    expect(cases.filter(({ outcome }) => outcome === 'kept').length).toBe(sequences);
  } finally {
    await target.close();
  }
}, 600_000);
