// Runs the Redocly CLI quietly and turns what it finds into lines that say where and what to do.
import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { root } from './paths.ts';

const cli = join(dirname(createRequire(import.meta.url).resolve('@redocly/cli/package.json')), 'bin/cli.js');

export interface RedoclyRun {
  code: number;
  stdout: string;
  stderr: string;
}

/**
 * Runs `redocly` with the given arguments in the root of the repository, without telemetry.
 * @returns the exit code and both outputs; a non-zero exit code is not an exception.
 */
export function redocly(...args: string[]): Promise<RedoclyRun> {
  return redoclyWith({}, ...args);
}

/** The same, with more environment variables for the CLI's process. */
export function redoclyWith(variables: NodeJS.ProcessEnv, ...args: string[]): Promise<RedoclyRun> {
  const env = {
    ...process.env,
    ...variables,
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    NO_COLOR: '1',
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [cli, ...args],
      { cwd: root, env, maxBuffer: 64 * 2 ** 20 },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr });
      },
    );
  });
}

interface Problem {
  message: string;
  ruleId: string;
  severity: string;
  suggest: string[];
  location: { source: { ref: string }; pointer?: string; start?: { line: number; col: number } }[];
}

/** Reads what `lint --format=json` prints: one report after the other, each document's on lines of its own. */
function readReports(stdout: string): Problem[] {
  const reports = stdout.slice(stdout.indexOf('{')).replaceAll(/^\}\{$/gm, '},{');
  return (JSON.parse(`[${reports}]`) as { problems: Problem[] }[]).flatMap(({ problems }) => problems);
}

/**
 * Lints documents of redocly.yaml (by name) or files (by path) with the rules of redocly.yaml.
 * @returns one line for each finding: `file:line:column  message (rule)`, none when all is well.
 */
export function lint(...targets: string[]): Promise<string[]> {
  return findingsOf(targets);
}

/** The same with the rules of another configuration; what redocly.yaml relaxes or adds does not count then. */
export function lintBy(configuration: string, ...targets: string[]): Promise<string[]> {
  return findingsOf([...targets, `--config=${configuration}`]);
}

async function findingsOf(args: string[]): Promise<string[]> {
  const run = await redocly('lint', ...args, '--format=json', '--max-problems=1000');
  let problems: Problem[];
  try {
    problems = readReports(run.stdout);
  } catch {
    return [`redocly lint gave no report:\n${run.stderr || run.stdout}`];
  }
  return problems.map(({ message, ruleId, suggest, location: [place] }) => {
    const where = `${place?.source.ref ?? '?'}:${place?.start?.line ?? 1}:${place?.start?.col ?? 1}`;
    const hint = suggest.length > 0 ? ` Did you mean ${suggest.join(', ')}?` : '';
    const pointer = place?.start ? '' : ` at ${place?.pointer ?? '#/'}`;
    return `${where}${pointer}  ${message.replaceAll(/\s*\n\s*/g, ' ')}${hint} (${ruleId})`;
  });
}
