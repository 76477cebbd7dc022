// Runs a program of a language's tools, which has to succeed.
import { runProgram } from '../../../../foundation/commands/run-program.ts';

/**
 * @param cwd where it is run.
 * @param env variables beside those of this process.
 * @returns what it printed.
 * @throws Error with what it printed when it fails.
 */
export async function must(
  [program, ...words]: [string, ...string[]],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const { code, stdout, stderr } = await runProgram(program, words, { cwd, env: { ...process.env, ...env } });
  if (code !== 0) throw new Error(`${program} ${words.join(' ')} ended with ${code}:\n${stdout}${stderr}`);
  return stdout;
}
