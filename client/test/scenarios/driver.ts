// Talks to the driver of a language: a program that lives as long as its shop, and answers line by line.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Ask, Told } from './protocol.ts';

export interface Driver {
  ask: (question: Ask) => Promise<Told>;
  close: () => Promise<void>;
}

/**
 * Starts a driver.
 * @param patience how long one answer may take, in milliseconds.
 * @throws Error with what the program wrote, when it ends or says something that is no JSON.
 */
export function startDriver(
  [program, ...words]: readonly [string, ...string[]],
  { cwd, env = {}, patience = 60_000 }: { cwd?: string; env?: NodeJS.ProcessEnv; patience?: number } = {},
): Driver {
  const child: ChildProcessWithoutNullStreams = spawn(program, words, {
    cwd,
    env: { ...process.env, ...env },
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-4000);
  });
  const waiting: { resolve: (told: Told) => void; reject: (error: Error) => void }[] = [];
  let end: Error | undefined;
  const failAll = (message: string) => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`${message}\n${said}`));
  };
  createInterface({ input: child.stdout }).on('line', (line) => {
    const first = waiting.shift();
    try {
      first?.resolve(JSON.parse(line) as Told);
    } catch {
      first?.reject(new Error(`The driver said: ${line}`));
    }
  });
  child.once('error', ({ message }) => failAll(message));
  const ended = new Promise<void>((resolve) => {
    child.once('close', (code) => {
      end = new Error(`The driver ended with ${code}.\n${said}`);
      failAll(`The driver ended with ${code}.`);
      resolve();
    });
  });
  child.stdin.on('error', () => {});
  return {
    ask: (question) =>
      new Promise<Told>((resolve, reject) => {
        if (end) throw end;
        const timer = setTimeout(() => {
          child.kill('SIGKILL');
          reject(new Error(`No answer to ${JSON.stringify(question)}\n${said}`));
        }, patience);
        const settle =
          <Value>(next: (value: Value) => void) =>
          (value: Value) => {
            clearTimeout(timer);
            next(value);
          };
        waiting.push({ resolve: settle(resolve), reject: settle(reject) });
        child.stdin.write(`${JSON.stringify(question)}\n`);
      }),
    close: async () => {
      child.stdin.end();
      await ended;
    },
  };
}
