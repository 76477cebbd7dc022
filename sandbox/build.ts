// `npm run build -w sandbox`: makes the package that is published, in sandbox/dist.
import { join } from 'node:path';
import { buildPackage, type PackageSource } from '../foundation/packing/build.ts';

/** What the sandbox reads while it runs. */
export const files = [
  'generated/strict.en.json',
  'generated/dialects.json',
  'generated/dialect-decisions.json',
  'generated/sandbox-control.json',
  'sandbox/src/panel/assets',
  'sandbox/src/payments/page/assets',
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
  console.log('sandbox/dist is ready: `npm publish ./sandbox/dist` publishes it.');
}
