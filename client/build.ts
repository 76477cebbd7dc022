// `npm run build -w client`: makes the package that is published, in client/dist.
import { join } from 'node:path';
import { buildPackage, type PackageSource } from '../foundation/packing/build.ts';

/** What the package is made of. */
export const source: PackageSource = {
  folder: import.meta.dirname,
  commonjs: { defaultsOf: ['openapi-fetch'] },
};

/**
 * Builds the package.
 * @param folder where to; emptied first.
 */
export async function build(folder: string): Promise<void> {
  await buildPackage(source, folder);
}

if (import.meta.main) {
  await build(join(import.meta.dirname, 'dist'));
  console.log('client/dist is ready: `npm publish ./client/dist` publishes it.');
}
