// The sandbox with one mutant in a process of its own, from its first line to its end.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { serverWith } from './child.ts';
import type { Mutant } from './mutant.ts';

/** What a judge needs to know of the gateway before it. */
export interface Served {
  url: string;
  terminalId: string;
  token: string;
  secretKey: string;
}

export interface Serving extends Served {
  close: () => Promise<void>;
}

/** What the server's first lines name. */
const named = {
  url: /answers at (\S+)/,
  terminalId: /^ +terminal +(\S+)/,
  token: /^ +token +(\S+)/,
  secretKey: /^ +secret key +(\S+)/,
} as const satisfies Record<keyof Served, RegExp>;

/**
 * Starts the sandbox with a mutant.
 * @param mutant undefined for the sandbox as it is
 * @throws Error when it ends before it answers
 */
export async function serving(mutant: Mutant | undefined): Promise<Serving> {
  const { args, env } = serverWith(mutant, 0);
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const exit = once(child, 'exit');
    child.kill();
    await exit;
  };
  const found: Partial<Served> = {};
  for await (const line of createInterface(child.stdout)) {
    for (const [name, pattern] of Object.entries(named)) {
      const [, value] = pattern.exec(line) ?? [];
      if (value !== undefined) found[name as keyof Served] = value;
    }
    if (Object.keys(found).length === Object.keys(named).length) {
      // Whatever else it says must not fill the pipe.
      child.stdout.resume();
      return { ...(found as Served), close };
    }
  }
  await close();
  throw new Error(`The sandbox with ${mutant?.id ?? 'no mutant'} did not start.`);
}
