// Runs a program of the guides as a reader would, against a server of our choice.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ProgramRun, runProgram as runFile } from '../../foundation/commands/run-program.ts';
import { tokens } from '../../generated/facts.ts';
import type { Program } from '../../scripts/docs/guides/code.ts';
import { type Facts, facts, fillPlaceholders } from '../../scripts/docs/guides/placeholders.ts';

/** The facts of the contract, with one server in the place of all others. */
const factsAt = (url: string): Facts => ({
  ...facts,
  servers: { production: url, sandbox: url },
  local: { mock: url, sandbox: url },
});

/** What a program or its output says when all addresses are those of one server. */
export const filledFor = (url: string, { name }: Program, text: string) =>
  fillPlaceholders(text, 'en', `guides/code/${name}`, factsAt(url));

/** Writes the programs into a folder, where they can import each other. */
export async function writePrograms(programs: Iterable<Program>, folder: string, url: string): Promise<void> {
  for (const program of programs) {
    await writeFile(join(folder, program.name), filledFor(url, program, program.source));
  }
}

/** Runs one of the programs that were written; a non-zero exit code is not an exception. */
export function runProgram(name: string, folder: string): Promise<ProgramRun> {
  const [file, ...args] = name.endsWith('.sh')
    ? ['bash', '-eu', '-o', 'pipefail', name]
    : [process.execPath, name];
  const env = { ...process.env, IRANDARGAH_TOKEN: `${tokens.prefixes.sandbox}guides` };
  return runFile(file ?? '', args, { cwd: folder, env, timeout: 20_000 });
}
