// Runs programs of other languages for the heavy tests: no proxy, no shell, both outputs kept.
import { runProgram } from '../../foundation/commands/run-program.ts';

export interface ProgramRun {
  code: number;
  output: string;
}

/** Proxies are for the network; everything that these tests call listens on this machine. */
const quietEnvironment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(https?|all|no)_proxy$/i.test(name)),
);

/**
 * Runs a program to its end.
 * @returns its exit code, and what it printed to both outputs; a missing program has the code 127.
 */
export async function run(
  [program, ...args]: [string, ...string[]],
  { cwd, env, timeout }: { cwd: string; env?: NodeJS.ProcessEnv; timeout?: number | undefined },
): Promise<ProgramRun> {
  const { code, stdout, stderr } = await runProgram(program, args, {
    cwd,
    env: { ...quietEnvironment, ...env },
    ...(timeout === undefined ? {} : { timeout }),
  });
  return { code, output: stdout + stderr };
}
