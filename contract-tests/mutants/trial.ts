// Tries one mutant: the runner judges it in a process of its own, and what it says decides whether it was caught.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../../foundation/commands/run-program.ts';
import type { Report } from '../src/report/report.ts';
import { parts } from '../src/run/part.ts';
import { runnerWith } from './child.ts';
import type { Mutant } from './mutant.ts';

/** What came of a mutant. */
export interface Trial {
  id: string;
  caught: boolean;
  /** Against what the first finding is: the page, or what is only assumed. */
  word?: 'broken' | 'differs';
  /** The case that found it, by the name that `--only` takes. */
  by?: string;
  /** Why it was missed. */
  missed?: string;
}

/** The part that takes longer than all others together; it is tried on what they miss. */
const slow = 'workflows';
const others = parts.filter((part) => part !== 'traffic' && part !== slow);

/** Milliseconds after which a run is ended. */
const patience = 300_000;

interface Run {
  code: number;
  stderr: string;
  /** What the runner wrote; undefined when it wrote nothing. */
  report: Report | undefined;
}

async function runOn(mutant: Mutant | undefined, args: readonly string[]): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'irandargah-mutant-'));
  const file = join(folder, 'report.json');
  try {
    const options = ['--target', 'sandbox', '--strict', '--bail', '--report', file, ...args];
    const child = runnerWith(mutant, options);
    const { code, stderr } = await runProgram(process.execPath, child.args, {
      // Hundreds of runs load the same modules.
      env: { NODE_COMPILE_CACHE: join(tmpdir(), 'irandargah-mutants-compiled'), ...child.env },
      timeout: patience,
    });
    const text = await readFile(file, 'utf8').catch(() => undefined);
    return { code, stderr, report: text === undefined ? undefined : (JSON.parse(text) as Report) };
  } finally {
    await rm(folder, { recursive: true });
  }
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? '';

/** Why a run that did not find the mutant ended as it did. */
function reasonOf({ code, stderr, report }: Run): string {
  if (!report) return `the runner ended with ${code} and without a report: ${lastLine(stderr)}`;
  return report.problem === undefined ? 'nothing was found' : `it could not be judged: ${report.problem}`;
}

/** What was found, when exit code and report say so alike: a crash is no judgement. */
function foundBy({ code, report }: Run): Omit<Trial, 'id'> | undefined {
  const finding = report?.findings.find(({ word }) => word !== 'noted');
  if (code !== 1 || !finding || finding.word === 'noted') return undefined;
  return { caught: true, word: finding.word, by: `${finding.operation} ${finding.example}` };
}

export interface Manner {
  /** The case that caught it the last time, which is asked first. */
  hint?: string | undefined;
  /** Leaves the slow part out. */
  quick?: boolean | undefined;
}

/**
 * Lets the runner judge one mutant, and ends with its first finding.
 * @param mutant undefined for the sandbox as it is, in which nothing may be found
 */
export async function tryMutant(mutant: Mutant | undefined, manner: Manner = {}): Promise<Trial> {
  const { hint } = manner;
  const id = mutant?.id ?? 'none';
  const hinted = hint === undefined ? undefined : await runOn(mutant, ['--only', hint]);
  const remembered = hinted && foundBy(hinted);
  if (remembered) return { id, ...remembered };
  const most = await runOn(
    mutant,
    others.flatMap((part) => ['--part', part]),
  );
  const found = foundBy(most);
  if (found) return { id, ...found };
  // What cannot be judged by the others is no more so by the slow part.
  if (most.code !== 0 || manner.quick) return { id, caught: false, missed: reasonOf(most) };
  const rest = await runOn(mutant, ['--part', slow]);
  return { id, ...(foundBy(rest) ?? { caught: false, missed: reasonOf(rest) }) };
}
