// The sandbox keeps the contract: every operation, status, code and event is reached, and nothing is violated.
import { expect, it } from 'vitest';
import { exitCodeOf } from '../src/report/report.ts';
import { readOptions } from '../src/run/options.ts';
import { silent } from '../src/run/progress.ts';
import { runAgainst } from '../src/run/run.ts';
import { startSandboxTarget } from '../src/targets/sandbox.ts';

/** The workflows have a test of their own. */
const parts = ['replay', 'requests', 'negative', 'behaviour', 'deliveries'];

it('the sandbox keeps the contract', async () => {
  const options = readOptions(['--target', 'sandbox', ...parts.flatMap((part) => ['--part', part])], {});
  if (!options) throw new Error('The arguments asked for help.');
  const target = await startSandboxTarget(options);
  try {
    const report = await runAgainst(target, options, silent);
    expect(report.findings).toEqual([]);
    expect(exitCodeOf(report)).toBe(0);
    const missing = (name: string) => report.coverage.find((measure) => measure.name === name)?.missing;
    for (const name of [
      'operations',
      'statuses',
      'codes',
      'examples of requests',
      'examples of callbacks and webhooks',
    ]) {
      expect(missing(name), name).toEqual([]);
    }
    // The one that only production answers.
    expect(missing('examples of answers')?.map(({ what }) => what)).toEqual(['createPayment 200 production']);
  } finally {
    await target.close();
  }
});
