// Bundles one API of redocly.yaml into a single document.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContractDocument } from './document.ts';
import type { Api } from './paths.ts';
import { redocly } from './redocly.ts';

/**
 * Bundles the contract in one language, or the control API, as redocly.yaml describes it, overlays applied.
 * @throws Error with the bundler's own words when the contract cannot be bundled.
 */
export async function bundle(api: Api): Promise<ContractDocument> {
  const folder = await mkdtemp(join(tmpdir(), 'irandargah-bundle-'));
  try {
    const file = join(folder, `${api}.json`);
    const run = await redocly('bundle', api, '--output', file);
    if (run.code !== 0) throw new Error(run.stderr.trim());
    return JSON.parse(await readFile(file, 'utf8')) as ContractDocument;
  } finally {
    await rm(folder, { recursive: true });
  }
}
