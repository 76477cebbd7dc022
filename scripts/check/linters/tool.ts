// Runs a linter of others as a program of its own, with the Node.js of this project.
import { join } from 'node:path';
import { runProgram } from '../../../foundation/commands/run-program.ts';
import { root } from '../../../foundation/reader/paths.ts';

/**
 * Runs a program of node_modules/.bin; findings are no failure.
 * @returns what it printed, as the JSON that it is
 * @throws Error with its own words when it printed none
 */
export async function reportOf<Report>(program: string, ...args: string[]): Promise<Report> {
  const file = join(root, 'node_modules/.bin', program);
  const { stdout, stderr } = await runProgram(process.execPath, [file, ...args], { cwd: root });
  try {
    return JSON.parse(stdout) as Report;
  } catch {
    throw new Error(`${program} gave no report:\n${stderr || stdout}`);
  }
}
