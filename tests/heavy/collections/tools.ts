// Installs the programs that run collections, pinned by their own lock file, and says how each is started.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../run.ts';

const folder = join(import.meta.dirname, 'tools');
const stamp = join(folder, 'node_modules/.installed');

/** Installs what the lock file names, unless that has been done already. @throws Error with the words of npm. */
export async function installTools(): Promise<void> {
  const lock = readFileSync(join(folder, 'package-lock.json'), 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  // The registry may lie behind a proxy, so npm keeps the environment that the tests take from other programs.
  const proxies = Object.fromEntries(Object.entries(process.env).filter(([name]) => /_proxy$/i.test(name)));
  const { code, output } = await run(['npm', 'ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: folder,
    env: proxies,
  });
  if (code !== 0) throw new Error(`npm ci ended with ${code}:\n${output}`);
  writeFileSync(stamp, lock);
}

/** The command that starts a program, by this Node.js. */
export const tool = (name: 'newman' | 'bru' | 'httpyac'): [string, string] => [
  process.execPath,
  join(folder, 'node_modules/.bin', name),
];
