// Runs the workflows of the contract with Redocly's respect against a sandbox, and records each step.
import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { root } from '../../../scripts/generate/paths.ts';
import { redoclyWith } from '../../../scripts/generate/redocly.ts';
import type { Finding } from '../judge/finding.ts';
import type { Recorder } from '../run/recorder.ts';
import type { Target } from '../targets/target.ts';
import { readHar } from '../traffic/har.ts';
import { judgeTraffic } from '../traffic/judge.ts';

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

function findingOf({ name, message, condition }: Check, step: string, place: string): Finding {
  const text = message.replaceAll(/\s+/g, ' ').trim();
  return { at: `/steps/${step}`, expected: condition ?? name, got: text, rule: '', place };
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
        place: `${file}:1`,
      };
      return recorder.record({ part: 'workflows', operation: name, name: 'run' }, [finding]);
    }
    const { files } = JSON.parse(text) as RespectReport;
    const steps = Object.values(files)
      .flatMap(({ executedWorkflows }) => executedWorkflows)
      .flatMap(({ executedSteps }) => executedSteps)
      .filter(({ type }) => type === 'step');
    for (const { stepId, workflowId, checks = [] } of steps) {
      const place = await placeOf(file, stepId);
      const failed = checks.filter(({ passed }) => !passed);
      recorder.record(
        { part: 'workflows', operation: workflowId, name: stepId },
        failed.map((check) => findingOf(check, stepId, place)),
      );
    }
    // The control API of the sandbox is no part of the contract.
    const exchanges = readHar(har).filter(({ request }) => !request.path.startsWith('/_sandbox/'));
    judgeTraffic(exchanges, recorder, { label: `${name} `, sameClock: false });
  } finally {
    await rm(folder, { recursive: true });
  }
}
