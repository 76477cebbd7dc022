// Specmatic as a judge: each example of a request, and its variations up to the edges and beyond them.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../run.ts';
import { judgedDocument, pairedDocument } from './document.ts';
import exceptions from './exceptions.json' with { type: 'json' };
import { distinct, type Judge, type JudgeFailure, type JudgeOptions, operationOf } from './judge.ts';
import { openStage } from './stage.ts';
import { specmaticArchive } from './tools.ts';

export interface SpecmaticOptions extends JudgeOptions {
  /** Which variations it makes: none, those that must be taken, or (when not given) those that must be refused as well. */
  variations?: 'none' | 'positiveOnly' | 'all';
}

const specification = 'contract.json';

/** It starts in half the time when it does not compile what runs once. */
const quickStart = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC'];

/** Reads the list at the end of its output; more than that it tells only in words. */
function failuresIn(output: string): JudgeFailure[] {
  const [, list = ''] = output.split('Unsuccessful Scenarios:');
  return list.split(/\n {2}"(?=.*Scenario: )/).flatMap((text) => {
    const [, label, , request] = /Scenario: (\S+ \S+) -> (\S+)(.*?) FAILED"/.exec(text) ?? [];
    if (label === undefined) return [];
    const status = /response contained status (\d+)/.exec(text)?.[1];
    const words = text
      .slice(text.indexOf('>>'))
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '' && !/^(Documentation|Summary|Tests run|Executed at)/.test(line));
    return {
      operation: operationOf(label),
      check: (request ?? '').trim(),
      status: status === undefined ? undefined : Number(status),
      message: words.join(' '),
    };
  });
}

type Exception = (typeof exceptions.specmatic)[number];

const covers = ({ operation, scenario, status }: Exception, failure: JudgeFailure) =>
  failure.operation === operation && failure.status === status && failure.check.includes(scenario);

/** Judges a gateway by Specmatic. */
export const judgeBySpecmatic: Judge<SpecmaticOptions> = async (
  target,
  { variations = 'all', maximum, withoutExceptions = false, timeout } = {},
) => {
  const archive = await specmaticArchive();
  const folder = mkdtempSync(join(tmpdir(), 'irandargah-specmatic-'));
  const stage = await openStage(target);
  try {
    writeFileSync(join(folder, specification), JSON.stringify(pairedDocument(judgedDocument(maximum))));
    writeFileSync(
      join(folder, 'specmatic.json'),
      JSON.stringify({
        version: 2,
        contracts: [{ provides: [specification] }],
        test: { resiliencyTests: { enable: variations } },
      }),
    );
    const { code, output } = await run(
      ['java', ...quickStart, '-jar', archive, 'test', `--testBaseURL=${stage.url}`],
      {
        cwd: folder,
        timeout,
        env: {
          // It takes a token from the variable that is named as the scheme.
          bearerToken: target.token,
          // Otherwise it multiplies the variations of each field by those of all others: 28,651 scenarios.
          MAX_TEST_REQUEST_COMBINATIONS: '1',
          SPECMATIC_DISABLE_TELEMETRY: 'true',
        },
      },
    );
    const [, tried] = /Tests run: (\d+), Successes/.exec(output) ?? [];
    if (code > 1 || tried === undefined) throw new Error(`Specmatic could not judge (${code}):\n${output}`);
    const failures = failuresIn(output);
    if (code === 1 && failures.length === 0)
      throw new Error(`Specmatic does not say what failed:\n${output}`);
    const excused = withoutExceptions ? [] : exceptions.specmatic;
    return {
      failures: distinct(failures.filter((failure) => !excused.some((one) => covers(one, failure)))),
      tried: Number(tried),
      output,
    };
  } finally {
    await stage.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The exceptions that none of these failures needs, as text. */
export const needlessExceptions = (failures: readonly JudgeFailure[]): string[] =>
  exceptions.specmatic
    .filter((one) => !failures.some((failure) => covers(one, failure)))
    .map(({ operation, scenario }) => `${operation} ${scenario}`);
