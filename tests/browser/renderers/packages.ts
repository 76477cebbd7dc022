// Brings the renderers of others: only the files that they publish, without the thousand packages that they were built of.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../foundation/reader/paths.ts';
import { run } from '../../heavy/run.ts';

/** A published package, pinned by its version and by the hash of its content. */
export interface Package {
  name: string;
  version: string;
  integrity: string;
}

const cache = join(root, 'node_modules/.cache/renderers');

async function must(cwd: string, ...command: [string, ...string[]]): Promise<string> {
  const { code, output } = await run(command, { cwd });
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${output}`);
  return output;
}

/**
 * Fetches a package from the registry unless it is there already.
 * @returns its folder
 * @throws Error when it cannot be had, or is not the one that was pinned
 */
export async function fetched({ name, version, integrity }: Package): Promise<string> {
  const place = join(cache, `${name.replace('/', '+')}@${version}`);
  if (existsSync(place)) return place;
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'fetching-'));
  try {
    const packed = await must(folder, 'npm', 'pack', '--json', `${name}@${version}`);
    const [{ filename }] = JSON.parse(packed.slice(packed.indexOf('['))) as [{ filename: string }];
    const hash = createHash('sha512')
      .update(await readFile(join(folder, filename)))
      .digest('base64');
    if (`sha512-${hash}` !== integrity)
      throw new Error(`${name}@${version} is not the package that was pinned.`);
    await must(folder, 'tar', '-xzf', filename);
    await rename(join(folder, 'package'), place);
  } finally {
    await rm(folder, { recursive: true });
  }
  return place;
}
