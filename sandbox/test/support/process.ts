// The sandbox as a process of its own, started by its command line, as users start it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface SandboxProcess {
  child: ChildProcess;
  url: string;
  token: string;
  secretKey: string;
  /** Milliseconds from the start to the first line. */
  startedIn: number;
  /** What it has written so far. */
  output: () => string;
  errors: () => string;
  /** Ends it at once, as a crash would. */
  kill: () => Promise<void>;
  /** Asks it to stop. @returns its exit code. */
  stop: () => Promise<number | null>;
}

const cli = fileURLToPath(new URL('../../src/cli.ts', import.meta.url));

/** @throws Error with what it wrote when it ends instead of starting. */
export async function sandboxProcess(
  args: string[],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<SandboxProcess> {
  const begin = performance.now();
  const child = spawn(process.execPath, [cli, '--port', '0', '--rate-limit-per-second', '0', ...args], {
    env: environment,
  });
  let output = '';
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => {
    errors += chunk;
  });
  const exit = once(child, 'exit');
  const welcome = new Promise<void>((resolve) => {
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk;
      // The last paragraph is there.
      if (/ebhooks (may )?go /.test(output)) resolve();
    });
  });
  await Promise.race([
    welcome,
    exit.then(() => {
      throw new Error(`The sandbox did not start:\n${errors}`);
    }),
  ]);
  const found = (pattern: RegExp) => pattern.exec(output)?.[1] ?? '';
  return {
    child,
    url: found(/answers at (\S+);/),
    token: found(/token\s+(\S+)/),
    secretKey: found(/secret key\s+(\S+)/),
    startedIn: performance.now() - begin,
    output: () => output,
    errors: () => errors,
    kill: async () => {
      child.kill('SIGKILL');
      await exit;
    },
    stop: async () => {
      child.kill('SIGTERM');
      const [code] = await exit;
      return code as number | null;
    },
  };
}
