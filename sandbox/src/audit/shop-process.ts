// Starts the merchant's shop with the settings of the audit in its environment, and ends it afterwards.
import { spawn } from 'node:child_process';

export interface ShopProcess {
  /** What it said last, once it has ended; undefined while it runs. */
  ended: () => string | undefined;
  stop: () => Promise<void>;
}

const kept = 2000;

/** @param command the program and its arguments. */
export function startShop([program = '', ...args]: string[], settings: Record<string, string>): ShopProcess {
  let output = '';
  let over = false;
  // In a group of its own, so that what it starts itself ends with it.
  const child = spawn(program, args, {
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const exited = new Promise<void>((resolve) => {
    const end = () => {
      over = true;
      resolve();
    };
    child.once('exit', end);
    child.once('error', (error) => {
      output += error.message;
      end();
    });
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-kept);
    });
  }
  const signal = (name: NodeJS.Signals) => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, name);
    } catch {
      // It has ended already.
    }
  };
  return {
    ended: () => (over ? output.trim() : undefined),
    stop: async () => {
      signal('SIGTERM');
      const late = setTimeout(() => signal('SIGKILL'), 3000);
      await exited;
      clearTimeout(late);
    },
  };
}
