// Every workflow of the contract runs through on the sandbox, step by step, and each of its answers is lawful.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../foundation/reader/paths.ts';
import { mutating } from '../mutants/answers/mutating.ts';
import { readOptions } from '../src/run/options.ts';
import { silent } from '../src/run/progress.ts';
import { runAgainst } from '../src/run/run.ts';
import { startSandboxTarget } from '../src/targets/sandbox.ts';
import { workflows } from '../src/workflows/respect.ts';

const options = readOptions(['--target', 'sandbox', '--part', 'workflows'], {});
if (!options) throw new Error('The arguments asked for help.');

it('every workflow runs through', async () => {
  const target = await startSandboxTarget(options);
  try {
    const report = await runAgainst(target, options, silent);
    expect(report.findings).toEqual([]);
    const steps = report.cases.filter(({ part, outcome }) => part === 'workflows' && outcome === 'kept');
    const written = workflows.flatMap(({ file }) =>
      [...readFileSync(join(root, file), 'utf8').matchAll(/^ +- workflowId: (\w+)$/gm)].map(([, id]) => id),
    );
    expect([...new Set(steps.map(({ operation }) => operation))].sort()).toEqual(written.sort());
    expect(steps.length).toBeGreaterThan(30);
  } finally {
    await target.close();
  }
});

it('a step that fails is a violation at its line', async () => {
  const target = await startSandboxTarget(options);
  const wrong = await mutating(target.url, {
    answer: (answer, { operation }) =>
      operation === 'createVerification' && answer.status === 200
        ? {
            ...answer,
            body: Buffer.from(
              Buffer.from(answer.body).toString().replace('"status_code":200', '"status_code":100'),
            ),
          }
        : answer,
  });
  try {
    const only = { ...options, only: 'workflow pay-and-verify' };
    const report = await runAgainst({ ...target, url: wrong.url }, only, silent);
    expect(report.findings.map(({ operation, example }) => `${operation} ${example}`)).toContain(
      'payAndVerify verify',
    );
    expect(report.findings[0]?.place).toMatch(/^openapi\/workflows\/pay-and-verify\.arazzo\.yaml:[0-9]+$/);
  } finally {
    await wrong.close();
    await target.close();
  }
});
