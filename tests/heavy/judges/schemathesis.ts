// Schemathesis as a judge: random and hostile requests to each operation, and walks along the links from one to the next.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations } from '../../../generated/facts.ts';
import { run } from '../run.ts';
import { judgedDocument } from './document.ts';
import exceptions from './exceptions.json' with { type: 'json' };
import { distinct, type Judge, type JudgeFailure, type JudgeOptions, operationOf } from './judge.ts';
import { openStage } from './stage.ts';
import { schemathesisProgram } from './tools.ts';

export interface SchemathesisOptions extends JudgeOptions {
  /** How many cases each operation gets in each phase, and how many walks there are; 5 when not given. */
  examples?: number;
  /** Makes the same cases each time; 1 when not given. */
  seed?: number;
}

/** What the check of acceptance takes for no fault by itself. */
const alwaysAccepted = ['2xx', '3xx', '401', '403', '404', '409', '429'];

interface Scenario {
  recorder: {
    label: string;
    checks?: Record<
      string,
      {
        name: string;
        status: string;
        failure_info?: { failure: { operation?: string; title: string; message: string } };
      }[]
    >;
    interactions?: Record<string, { response?: { status_code: number } | null }>;
  };
}

/** Its configuration: each exception for its own operation and statuses, and no other check touched. */
function configuration(examples: number, withoutExceptions: boolean): string {
  const lines = [
    `generation.max-examples = ${examples}`,
    'generation.database = "none"',
    'output.sanitization.enabled = false',
    'warnings = false',
    'continue-on-failure = true',
  ];
  const made = withoutExceptions ? [] : exceptions.schemathesis;
  for (const { check } of made.filter((one) => one.operation === undefined)) {
    lines.push(`checks.${check}.enabled = false`);
  }
  for (const { check, operation, statuses = [] } of made.filter((one) => one.operation !== undefined)) {
    const accepted = [...alwaysAccepted, ...statuses].map((status) => JSON.stringify(String(status)));
    lines.push(
      '[[operations]]',
      `include-operation-id = ${JSON.stringify(operation)}`,
      `checks.${check}.expected-statuses = [${accepted.join(', ')}]`,
    );
  }
  return `${lines.join('\n')}\n`;
}

function failuresIn(events: string): { failures: JudgeFailure[]; tried: number } {
  const failures: JudgeFailure[] = [];
  let tried = 0;
  for (const line of events.split('\n').filter(Boolean)) {
    const [kind, event] = Object.entries(JSON.parse(line) as Record<string, Scenario>)[0] ?? [];
    if (kind !== 'ScenarioFinished' || event === undefined) continue;
    const { label, checks = {}, interactions = {} } = event.recorder;
    tried += Object.keys(interactions).length;
    for (const [id, results] of Object.entries(checks)) {
      for (const { name, status, failure_info: info } of results) {
        if (status !== 'failure') continue;
        failures.push({
          operation: operationOf(info?.failure.operation ?? label),
          check: name,
          status: interactions[id]?.response?.status_code,
          message: [info?.failure.title, info?.failure.message].filter(Boolean).join(': '),
        });
      }
    }
  }
  return { failures: distinct(failures), tried };
}

/** Judges a gateway by Schemathesis. */
export const judgeBySchemathesis: Judge<SchemathesisOptions> = async (
  target,
  { examples = 5, seed = 1, maximum, withoutExceptions = false, timeout } = {},
) => {
  const program = await schemathesisProgram();
  const folder = mkdtempSync(join(tmpdir(), 'irandargah-schemathesis-'));
  const stage = await openStage(target);
  try {
    writeFileSync(join(folder, 'contract.json'), JSON.stringify(judgedDocument(maximum)));
    writeFileSync(join(folder, 'schemathesis.toml'), configuration(examples, withoutExceptions));
    const { code, output } = await run(
      [
        program,
        ...['run', 'contract.json', '--no-color', '--url', stage.url, '--seed', String(seed)],
        ...['--header', `Authorization: Bearer ${target.token}`],
        ...['--report', 'ndjson', '--report-dir', 'report', '--no-shrink'],
      ],
      { cwd: folder, timeout },
    );
    const [report] = code > 1 ? [] : readdirSync(join(folder, 'report'));
    if (report === undefined) throw new Error(`Schemathesis could not judge (${code}):\n${output}`);
    return { ...failuresIn(readFileSync(join(folder, 'report', report), 'utf8')), output };
  } finally {
    await stage.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

/** The exceptions that none of these failures needs, as text. */
export function needlessExceptions(failures: readonly JudgeFailure[]): string[] {
  return exceptions.schemathesis.flatMap(({ check, operation, statuses }) =>
    (statuses ?? [undefined])
      .filter(
        (status) =>
          !failures.some(
            (failure) =>
              failure.check === check &&
              (operation === undefined || failure.operation === operation) &&
              (status === undefined || failure.status === status),
          ),
      )
      .map((status) => [check, operation, status].filter(Boolean).join(' ')),
  );
}

/** All operations that exceptions name exist. */
export const strangersAmongExceptions = exceptions.schemathesis
  .flatMap(({ operation }) => operation ?? [])
  .filter((operation) => !Object.hasOwn(operations, operation));
