// Tells whether the built site is still what its sources give.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generatedFolder, root } from '../../foundation/reader/paths.ts';
import { releasedContract } from '../../foundation/reader/released.ts';
import { termsFile } from '../../foundation/reader/terms.ts';
import { decisionsFolder, guidesFolder, siteFolder } from './places.ts';

const scriptsFolder = dirname(fileURLToPath(import.meta.url));

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * A hash over everything that the site is built from: contracts, guides, decisions, terms, templates,
 * these scripts and the pinned packages.
 */
export async function fingerprint(contracts: string[], options: string): Promise<string> {
  const files = [
    ...contracts,
    ...(await filesBelow(join(dirname(contracts[0] ?? generatedFolder), 'collections'))),
    ...(await filesBelow(siteFolder)),
    ...(await filesBelow(guidesFolder)),
    ...(await filesBelow(decisionsFolder)),
    join(generatedFolder, 'facts.ts'),
    join(root, termsFile),
    ...(existsSync(releasedContract) ? [releasedContract] : []),
    ...(await filesBelow(scriptsFolder)),
    join(root, 'package-lock.json'),
  ];
  const hash = createHash('sha256').update(options);
  for (const file of files) {
    hash.update(`\0${relative(root, file)}\0`).update(await readFile(file));
  }
  return hash.digest('hex');
}
