// Installs the programs that heavy tests use and nobody else needs, each group pinned by a lock file of its own.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from './run.ts';

/** The registry may lie behind a proxy, so npm keeps the environment that the tests take from other programs. */
const proxies = Object.fromEntries(Object.entries(process.env).filter(([name]) => /_proxy$/i.test(name)));

/** Runs npm in a folder. @throws Error with its words. */
export async function npm(args: string[], cwd: string): Promise<void> {
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts'];
  const { code, output } = await run(['npm', ...args, ...quiet], { cwd, env: proxies });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with ${code}:\n${output}`);
}

/** Whether a process lives. */
function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Runs the work while no other process on this machine does it for the same folder: suites run side by side. */
async function alone(folder: string, work: () => Promise<void>): Promise<void> {
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const guard = join(tmpdir(), `irandargah-tools-${name}`);
  const holder = join(guard, 'pid');
  for (;;) {
    try {
      mkdirSync(guard);
      break;
    } catch {
      // Whoever was killed in it does not hold it any more.
      const pid = existsSync(holder) ? Number(readFileSync(holder, 'utf8')) : process.pid;
      if (!lives(pid)) rmSync(guard, { recursive: true, force: true });
      else await pause(250);
    }
  }
  try {
    writeFileSync(holder, String(process.pid));
    await work();
  } finally {
    rmSync(guard, { recursive: true, force: true });
  }
}

/**
 * Installs what the lock file of a folder names, unless that has been done already.
 * @param finish what is to be done once after it.
 * @throws Error with the words of npm.
 */
export function installTools(folder: string, finish?: () => Promise<unknown>): Promise<void> {
  const stamp = join(folder, 'node_modules/.installed');
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  return alone(folder, async () => {
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
    await npm(['ci'], folder);
    await finish?.();
    writeFileSync(stamp, lock);
  });
}

/**
 * Makes an environment of Python in a folder with what its `requirements.txt` names, unless that has been done already.
 * @throws Error with the words of pip.
 */
export function installPythonTools(folder: string): Promise<void> {
  const environment = join(folder, '.venv');
  const stamp = join(environment, '.installed');
  const wanted = readFileSync(join(folder, 'requirements.txt'), 'utf8');
  return alone(folder, async () => {
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
    for (const command of [
      ['python3', '-m', 'venv', '--clear', environment],
      [join(environment, 'bin/pip'), 'install', '--quiet', '--no-deps', '--requirement', 'requirements.txt'],
    ] as [string, ...string[]][]) {
      const { code, output } = await run(command, { cwd: folder, env: proxies });
      if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${output}`);
    }
    writeFileSync(stamp, wanted);
  });
}
