// `npm run build -w contract-tests`: makes the package that is published, in contract-tests/dist.
import { join } from 'node:path';
import { buildPackage } from '../foundation/packing/build.ts';
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

/**
 * Builds the package.
 * @param folder where to; emptied first.
 */
export async function build(folder: string): Promise<void> {
  await buildPackage({ folder: import.meta.dirname, files, environment: ['node'] }, folder);
}

if (import.meta.main) {
  await build(join(import.meta.dirname, 'dist'));
  console.log('contract-tests/dist is ready: `npm publish ./contract-tests/dist` publishes it.');
}
