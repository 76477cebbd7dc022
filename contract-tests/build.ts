// `npm run build -w contract-tests`: makes the package that is published, in contract-tests/dist.
import { join } from 'node:path';
import { buildPackage, type PackageSource } from '../foundation/packing/build.ts';
import { files as filesOfSandbox } from '../sandbox/build.ts';

/** What the command reads while it runs, and what the sandbox and the mock in it read. */
const files = [
  ...filesOfSandbox,
  'generated/strict.fa.json',
  'generated/openapi.en.yaml',
  'generated/places.json',
  'openapi/workflows',
  'docs/decisions',
  'contract-tests/vectors/hostile.json',
];

/** What the package is made of. */
export const source: PackageSource = { folder: import.meta.dirname, files, environment: ['node'] };

/**
 * Builds the package.
 * @param folder where to; emptied first.
 */
export async function build(folder: string): Promise<void> {
  await buildPackage(source, folder);
}

if (import.meta.main) {
  await build(join(import.meta.dirname, 'dist'));
  console.log('contract-tests/dist is ready: `npm publish ./contract-tests/dist` publishes it.');
}
