// `npm run mutants`: puts each mistake into the sandbox or before it, and counts which of them the runner notices.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Misused, portOf, runCommand } from '../../foundation/commands/command.ts';
import { root } from '../../foundation/reader/paths.ts';
import { serverWith } from './child.ts';
import { type Choice, chosen } from './choice.ts';
import { kinds } from './mutant.ts';
import { publish } from './publish.ts';
import { mutants } from './registry.ts';
import { readPublished, rowsOf, scored, shortOfGoal, sumOf, survivorsOf } from './score.ts';
import type { Trial } from './trial.ts';
import { tryAll } from './trials.ts';

const usage = `Which mistakes of a gateway's author does the runner notice?

  npm run mutants                       tries every mutant, and tells the score and what survives
  npm run mutants -- --only TEXT        those whose id contains TEXT
  npm run mutants -- --kind NAME        those of one kind: ${Object.keys(kinds).join(', ')}
  npm run mutants -- --sample N         N of them, drawn by --seed TEXT
  npm run mutants -- --write            also writes the score and its pages, docs/mutants.md and its Persian sibling
  npm run mutants -- --judges           shows them to Schemathesis and Specmatic instead, and writes the table
  npm run mutants -- --serve ID         starts the sandbox with this mutant, for another judge, on --port N

  --quick       leaves out the workflows, which take longer than all other parts
  --jobs N      how many at once (${availableParallelism()})
  --json FILE   writes what came of each

Exit code 0: the goal is reached. 1: it is not. 2: a wrong argument.`;

function wholeNumber(option: string, text: string): number {
  if (!/^[1-9][0-9]{0,5}$/.test(text)) throw new Misused(`${option} takes a whole number from 1.`);
  return Number(text);
}

async function serve(id: string, port: number): Promise<number> {
  const mutant = mutants.find((one) => one.id === id);
  if (!mutant) throw new Misused(`There is no mutant "${id}".`);
  const { args, env } = serverWith(mutant, port);
  const child = spawn(process.execPath, args, { env, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  const [code] = await once(child, 'exit');
  return code ?? 0;
}

/** Runs the judges of others, which stand among the tests: they bring tools of other languages along. */
async function askOthers(): Promise<number> {
  const program = join(root, 'tests/heavy/judges/mutants.ts');
  const child = spawn(process.execPath, [program, ...process.argv.slice(2)], { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  return code ?? 1;
}

const told = ({ id, caught, word, by, missed }: Trial) =>
  caught ? `  ${word}  ${id}  (${by})` : `  missed  ${id}: ${missed}`;

function summary(trials: readonly Trial[]): string {
  const all = scored(mutants, trials);
  const rows = rowsOf(all);
  const line = (
    name: string,
    { all: count, caught, broken }: { all: number; caught: number; broken: number },
  ) =>
    `  ${name.padEnd(12)} ${String(caught).padStart(4)} of ${String(count).padStart(4)}   ${broken} broken, ${caught - broken} differ`;
  const survivors = survivorsOf(all).map(
    ({ mutant: { id, summary: what, accepted }, trial }) =>
      `  ${id}: ${what}\n    ${accepted ? `accepted: ${accepted.en}` : trial.missed}`,
  );
  const short = shortOfGoal(all);
  return [
    '',
    ...rows.map((row) => line(row.kind, row)),
    line('all', sumOf(rows)),
    ...(survivors.length > 0 ? ['', 'Survivors:', ...survivors] : []),
    '',
    ...(short.length > 0 ? short : ['The goal is reached.']),
  ].join('\n');
}

const options = {
  only: { type: 'string' },
  kind: { type: 'string' },
  sample: { type: 'string' },
  seed: { type: 'string', default: '1' },
  jobs: { type: 'string', default: String(availableParallelism()) },
  json: { type: 'string' },
  quick: { type: 'boolean', default: false },
  write: { type: 'boolean', default: false },
  judges: { type: 'boolean', default: false },
  serve: { type: 'string' },
  port: { type: 'string', default: '0' },
} as const;

await runCommand({ usage, options }, async (given) => {
  if (given.serve !== undefined) return serve(given.serve, portOf('--port', given.port));
  if (given.judges) return askOthers();
  const { only, kind, seed } = given;
  if (kind !== undefined && !(kind in kinds)) {
    throw new Misused(`There is no kind "${kind}". Choose of ${Object.keys(kinds).join(', ')}.`);
  }
  const sample = given.sample === undefined ? undefined : wholeNumber('--sample', given.sample);
  const choice: Choice = { only, kind, sample, seed };
  const wanted = chosen(mutants, choice);
  if (wanted.length === 0) throw new Misused(`No mutant has an id that contains "${only}".`);
  const before = readPublished();
  const trials = await tryAll(wanted, {
    jobs: wholeNumber('--jobs', given.jobs),
    before: before.trials,
    quick: given.quick,
    tell: (trial) => console.log(told(trial)),
  });
  console.log(summary(trials));
  if (given.json !== undefined) await writeFile(given.json, `${JSON.stringify(trials, null, 1)}\n`);
  if (given.write) {
    const now = new Map(trials.map((trial) => [trial.id, trial]));
    const kept = new Map(before.trials.map((trial) => [trial.id, trial]));
    // What was not tried now keeps what came of it before.
    const merged = mutants.flatMap(({ id }) => now.get(id) ?? kept.get(id) ?? []);
    await publish({ ...before, trials: merged });
  }
  return shortOfGoal(scored(mutants, trials)).length > 0 ? 1 : 0;
});
