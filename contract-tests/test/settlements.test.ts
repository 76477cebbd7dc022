// Settlements happen only when they are ordered: a run orders them at a sandbox, and says of any other server that it cannot.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startSandbox } from '../../sandbox/src/index.ts';
import type { Options } from '../src/run/options.ts';
import { readOptions } from '../src/run/options.ts';
import { silent } from '../src/run/progress.ts';
import { runAgainst } from '../src/run/run.ts';
import { startSandboxTarget } from '../src/targets/sandbox.ts';
import type { Target } from '../src/targets/target.ts';
import { urlTarget } from '../src/targets/url.ts';

const events = ['settlement.created', 'settlement.completed', 'settlement.failed'];

function optionsFor(target: string, environment: Record<string, string> = {}): Options {
  const options = readOptions(
    ['--target', target, '--write', '--part', 'deliveries', '--only', 'settlement.'],
    environment,
  );
  if (!options) throw new Error('The arguments asked for help.');
  return options;
}

describe('at the sandbox', () => {
  const options = optionsFor('sandbox');
  let target: Target;
  beforeAll(async () => {
    target = await startSandboxTarget(options);
  });
  afterAll(() => target.close());

  it('each event is caused, delivered and found right', async () => {
    const { cases, findings } = await runAgainst(target, options, silent);
    expect(findings).toEqual([]);
    expect(cases.map(({ operation, outcome }) => [operation, outcome])).toEqual(
      events.map((event) => [event, 'kept']),
    );
  });

  it('a settlement that fails where it should be completed is found out', async () => {
    const { control } = target;
    if (!control) throw new Error('The sandbox has no control API.');
    const confused = {
      ...control,
      settle: (terminal) => control.settle(terminal, 'failed'),
    } as typeof control;
    const { findings } = await runAgainst({ ...target, control: confused }, options, silent);
    expect(findings.map(({ operation, expected }) => [operation, expected])).toEqual([
      ['settlement.completed', 'a delivery of settlement.completed'],
    ]);
  });
});

it('at an address they are not reached, and the report says what it would take', async () => {
  const sandbox = await startSandbox({ port: 0, memory: true });
  try {
    const options = optionsFor(sandbox.url, { CONTRACT_TOKEN: sandbox.token });
    const { cases } = await runAgainst(urlTarget(options), options, silent);
    expect(cases.map(({ operation, outcome, reason }) => [operation, outcome, reason])).toEqual(
      events.map((event) => [
        event,
        'not reached',
        expect.stringContaining('as the sandbox of this project'),
      ]),
    );
  } finally {
    await sandbox.close();
  }
});
