// Installs the programs that heavy tests use and nobody else needs, each group pinned by a lock file of its own.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.ts';

/** The registry may lie behind a proxy, so npm keeps the environment that the tests take from other programs. */
const proxies = Object.fromEntries(Object.entries(process.env).filter(([name]) => /_proxy$/i.test(name)));

/** Runs npm in a folder. @throws Error with its words. */
export async function npm(args: string[], cwd: string): Promise<void> {
  const quiet = ['--no-audit', '--no-fund', '--ignore-scripts'];
  const { code, output } = await run(['npm', ...args, ...quiet], { cwd, env: proxies });
  if (code !== 0) throw new Error(`npm ${args.join(' ')} ended with ${code}:\n${output}`);
}

/** Installs what the lock file of a folder names, unless that has been done already. @throws Error with the words of npm. */
export async function installTools(folder: string): Promise<void> {
  const stamp = join(folder, 'node_modules/.installed');
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  await npm(['ci'], folder);
  writeFileSync(stamp, lock);
}
