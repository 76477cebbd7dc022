// Runs programs of other languages for the heavy tests: no proxy, no shell, both outputs kept.
import { execFile } from 'node:child_process';

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
export function run(
  [program, ...args]: [string, ...string[]],
  { cwd, env }: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<ProgramRun> {
  return new Promise((resolve) => {
    execFile(
      program,
      args,
      { cwd, env: { ...quietEnvironment, ...env }, maxBuffer: 16 * 2 ** 20 },
      (error, stdout, stderr) => {
        const code = error ? (typeof error.code === 'number' ? error.code : 127) : 0;
        resolve({ code, output: `${stdout}${stderr}${code === 127 && error ? error.message : ''}` });
      },
    );
  });
}
