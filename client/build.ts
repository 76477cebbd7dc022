// `npm run build -w client`: makes the package that is published, in client/dist.
import { join } from 'node:path';
import { buildPackage } from '../foundation/packing/build.ts';

/**
 * Builds the package.
 * @param folder where to; emptied first.
 */
export async function build(folder: string): Promise<void> {
  await buildPackage({ folder: import.meta.dirname }, folder);
}

if (import.meta.main) {
  await build(join(import.meta.dirname, 'dist'));
  console.log('client/dist is ready: `npm publish ./client/dist` publishes it.');
}
