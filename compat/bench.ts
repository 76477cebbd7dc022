// A copy of a tool's folder to work in, a cache that outlives the run, and programs that are run to their end.
import { createHash } from 'node:crypto';
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { runProgram } from '../foundation/commands/run-program.ts';
import { generatedFolder } from '../foundation/reader/paths.ts';
import type { Bench, Command } from './tool.ts';

/** Longer than the slowest download and build, and short enough to end a program that hangs; in milliseconds. */
const patience = 900_000;

const cacheRoot = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'irandargah-compat');

/** The document that integrators are told to take. */
export const publishedDocument = join(generatedFolder, 'openapi.en.yaml');

export interface Run {
  ok: boolean;
  stdout: string;
  /** Both outputs, for people. */
  output: string;
}

/** Runs a program to its end; one that is missing or hangs has failed. */
export async function run(
  [program, ...args]: Command,
  { cwd, env }: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<Run> {
  const path = `${dirname(process.execPath)}${delimiter}${env?.PATH ?? process.env.PATH}`;
  const { code, stdout, stderr } = await runProgram(program, args, {
    cwd,
    env: { ...process.env, ...env, PATH: path },
    timeout: patience,
  });
  return { ok: code === 0, stdout, output: (stdout + stderr).trim() };
}

/** What stays behind in a tool's folder when its author tried things in it. */
const isSource = (path: string) => !/\/(node_modules|out|target|\.venv|__pycache__)$/.test(path);

/** Opens a bench for the tool that stands in a folder. */
export async function openBench(
  toolFolder: string,
  document: string,
): Promise<Bench & { close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'irandargah-compat-'));
  await cp(toolFolder, folder, { recursive: true, filter: isSource });
  return {
    folder,
    document,
    cache: async (name, ...fingerprint) => {
      const hash = createHash('sha256').update(fingerprint.join('\0')).digest('hex').slice(0, 12);
      const place = join(cacheRoot, `${name}-${hash}`);
      await mkdir(place, { recursive: true });
      return place;
    },
    must: async (command, { cwd = folder, env } = {}) => {
      const { ok, stdout, output } = await run(command, { cwd, env });
      if (!ok) throw new Error(`${command.join(' ')}\n${output}`);
      return stdout;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
