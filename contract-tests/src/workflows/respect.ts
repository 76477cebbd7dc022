// Runs the workflows of the contract with Redocly's respect against a sandbox, and records each step.
import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from '../../../foundation/reader/paths.ts';
import { nodeAt } from '../../../foundation/reader/pointers.ts';
import { redoclyWith } from '../../../foundation/reader/redocly.ts';
import { demanded } from '../contract/demanded.ts';
import { matchOperation } from '../contract/document.ts';
import { type Finding, shown } from '../judge/finding.ts';
import { isBroken, stated } from '../judge/word.ts';
import type { Recorder } from '../run/recorder.ts';
import type { Target } from '../targets/target.ts';
import { readHar } from '../traffic/har.ts';
import { judgeTraffic } from '../traffic/judge.ts';
import { basisOfCriterion, demandedStatus, placeOfCriterion, workflowsOf } from './criteria.ts';

interface Check {
  name: string;
  message: string;
  passed: boolean;
  condition?: string;
}

interface ExecutedStep {
  type: string;
  stepId: string;
  workflowId: string;
  request?: { method: string; url: string };
  response?: { statusCode: number; body: unknown };
  checks?: Check[];
}

interface RespectReport {
  files: Record<string, { executedWorkflows: { workflowId: string; executedSteps: ExecutedStep[] }[] }>;
}

/** The workflow files, by their names without the ending. */
export const workflows = globSync('openapi/workflows/*.arazzo.yaml', { cwd: root })
  .sort()
  .map((file) => ({ file, name: basename(file, '.arazzo.yaml') }));

/** The line of a file where a step begins, so that a failed step can name it. */
async function placeOf(file: string, stepId: string): Promise<string> {
  const lines = (await readFile(join(root, file), 'utf8')).split('\n');
  const line = lines.findIndex((text) => text.trim() === `- stepId: ${stepId}`);
  return `${file}:${line + 1}`;
}

/** What respect itself says of the form of an answer: the judge says it from the recording, and with its basis. */
const ofForm = new Set(['schema check', 'status code check', 'content-type check']);

/** The checks that a step has failed; where another kind of answer came, that alone. */
function failedChecks({ checks = [], response }: ExecutedStep): Check[] {
  const failed = checks.filter(({ name, passed }) => !passed && !ofForm.has(name));
  const status = failed.find(({ condition }) => {
    const wanted = condition && demandedStatus(condition);
    return wanted && response && wanted < 400 !== response.statusCode < 400;
  });
  return status ? [status] : failed;
}

function findingOf(
  check: Check,
  { stepId, workflowId, request, response }: ExecutedStep,
  file: string,
): Finding {
  const { name, message, condition } = check;
  const { pathname = '' } = request ? new URL(request.url) : {};
  const missed = condition !== undefined && {
    workflow: workflowId,
    step: stepId,
    condition,
    operation: request && matchOperation(request.method.toUpperCase(), pathname),
    answer: { status: response?.statusCode ?? 0, body: response?.body },
  };
  const place = missed ? placeOfCriterion(file, missed) : undefined;
  const value = place === undefined ? '' : `${shown(nodeAt(response?.body, place), place)} at ${place}; `;
  return {
    at: `/steps/${stepId}`,
    expected: condition ?? name,
    got: response
      ? `${value}HTTP ${response.statusCode}, ${shown(response.body)}`
      : message.replaceAll(/\s+/g, ' ').trim(),
    rule: '',
    basis: missed ? basisOfCriterion(file, missed) : stated,
  };
}

const nobody = { callback_url: 'https://127.0.0.1:9/callback', webhook_url: 'https://127.0.0.1:9/webhook' };

/**
 * Runs one workflow file. Its answers are checked by respect, and judged once more by the judge from the recording.
 */
export async function runWorkflow(
  { file, name }: (typeof workflows)[number],
  target: Target,
  recorder: Recorder,
): Promise<void> {
  const terminal = await target.control?.createTerminal();
  const folder = await mkdtemp(join(tmpdir(), 'irandargah-workflow-'));
  try {
    const [report, har] = [join(folder, 'report.json'), join(folder, 'traffic.har')];
    // By the environment, so that no secret stands in the list of processes.
    const inputs = { ...nobody, token: terminal?.token, sandbox: target.url };
    const run = await redoclyWith(
      { REDOCLY_CLI_RESPECT_INPUT: JSON.stringify(inputs) },
      ...['respect', file, '--server', `gateway=${target.url}`, '--json-output', report, '--har-output', har],
    );
    const text = await readFile(report, 'utf8').catch(() => undefined);
    if (text === undefined) {
      const got = run.stderr.trim() || run.stdout.trim() || `exit code ${run.code}`;
      const finding: Finding = {
        at: '/',
        expected: 'a run of the workflow',
        got,
        rule: '',
        basis: stated,
        place: `${file}:1`,
      };
      return recorder.record({ part: 'workflows', operation: name, name: 'run' }, [finding]);
    }
    const { files } = JSON.parse(text) as RespectReport;
    const steps = Object.values(files)
      .flatMap(({ executedWorkflows }) => executedWorkflows)
      .flatMap(({ executedSteps }) => executedSteps)
      .filter(({ type }) => type === 'step');
    for (const step of steps) {
      const { workflowId: operation, stepId } = step;
      const place = await placeOf(file, stepId);
      const findings = failedChecks(step).map((check) => ({ ...findingOf(check, step, file), place }));
      // The workflows are written for the contract as it stands, and know nothing of its dialects.
      if (demanded().length > 0 && findings.length > 0 && !isBroken(findings)) {
        const reason = `the step demands what ${demanded().join(', ')} takes otherwise`;
        recorder.notReached('workflows', operation, stepId, reason);
      } else recorder.record({ part: 'workflows', operation, name: stepId }, findings);
    }
    for (const { workflowId, steps: written } of workflowsOf(file)) {
      const wasRun = (stepId: string) =>
        steps.some((s) => s.workflowId === workflowId && s.stepId === stepId);
      for (const { stepId } of written.filter((step) => !wasRun(step.stepId)))
        recorder.notReached('workflows', workflowId, stepId, 'a step before it did not end as it should');
    }
    // The control API of the sandbox is no part of the contract.
    const exchanges = readHar(har).filter(({ request }) => !request.path.startsWith('/_sandbox/'));
    judgeTraffic(exchanges, recorder, { label: `${name} `, sameClock: false });
  } finally {
    await rm(folder, { recursive: true });
  }
}
