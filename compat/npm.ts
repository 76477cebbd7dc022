// Tools from npm: each folder has a package.json and a lock of its own, which the project's own install does not touch.
import { existsSync, readFileSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench } from './tool.ts';

/** The version of a package that a tool's package.json pins. */
export function pinned(toolFolder: string, name: string): string {
  const { dependencies } = JSON.parse(readFileSync(join(toolFolder, 'package.json'), 'utf8'));
  return dependencies[name];
}

/** Installs what the lock says, unless that has been done once. */
export async function installPackages({ folder, cache, must }: Bench): Promise<void> {
  const [manifest, lock] = await Promise.all(
    ['package.json', 'package-lock.json'].map((file) => readFile(join(folder, file), 'utf8')),
  );
  const place = await cache('npm', manifest as string, lock as string);
  const done = join(place, 'installed');
  if (!existsSync(done)) {
    await must(['cp', 'package.json', 'package-lock.json', place]);
    await must(['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: place,
    });
    await must(['touch', done]);
  }
  await symlink(join(place, 'node_modules'), join(folder, 'node_modules'));
}

/** Runs a program of the installed packages on the project's own Node.js. */
export const runPackage = ({ folder, must }: Bench, program: string, ...args: string[]) =>
  must([join(folder, 'node_modules/.bin', program), ...args]);

/** Compiles strictly what the folder's tsconfig.json names. */
export const compileTypeScript = (bench: Bench) => runPackage(bench, 'tsc', '-p', '.');
