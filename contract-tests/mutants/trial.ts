// Tries one mutant: the runner judges it in a process of its own, and what it says decides whether it was caught.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from '../../foundation/commands/run-program.ts';
import type { Report } from '../src/report/report.ts';
import { type Part, parts } from '../src/run/part.ts';
import { runnerWith } from './child.ts';
import type { Kind, Mutant } from './mutant.ts';

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
const slow: Part = 'workflows';

/** The part that finds most mutants of a kind, which is tried before all others. */
const likeliest: Record<Kind, Part> = {
  money: 'behaviour',
  strangers: 'behaviour',
  echo: 'behaviour',
  lists: 'behaviour',
  reports: 'behaviour',
  time: 'behaviour',
  limits: 'behaviour',
  keys: 'behaviour',
  webhooks: 'deliveries',
  callbacks: 'deliveries',
  signing: 'replay',
  edges: 'requests',
  bounds: 'negative',
  bytes: 'replay',
  form: 'replay',
  errors: 'replay',
  headers: 'replay',
  connections: 'replay',
  pages: 'replay',
};

/** The parts of the runs that a mutant is put through, until one finds it. */
function courses(mutant: Mutant | undefined, quick: boolean): Part[][] {
  const others = parts.filter((part) => part !== 'traffic' && part !== slow);
  const likely = mutant && likeliest[mutant.kind];
  return [
    ...(likely ? [[likely]] : []),
    others.filter((part) => part !== likely),
    ...(quick ? [] : [[slow]]),
  ];
}

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

const nothing = 'nothing was found';

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? '';

/** Why a run that did not find the mutant ended as it did. */
function reasonOf({ code, stderr, report }: Run): string {
  if (!report) return `the runner ended with ${code} and without a report: ${lastLine(stderr)}`;
  return report.problem === undefined ? nothing : `it could not be judged: ${report.problem}`;
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
  let missed = '';
  for (const course of courses(mutant, manner.quick ?? false)) {
    const run = await runOn(
      mutant,
      course.flatMap((part) => ['--part', part]),
    );
    const found = foundBy(run);
    if (found) return { id, ...found };
    // What one run could not judge is the reason, whatever the others say.
    missed = missed === '' || missed === nothing ? reasonOf(run) : missed;
  }
  return { id, caught: false, missed };
}
