// The size of the client as a bundler brings it to a shop, minified and compressed: the whole, and parts of it.
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { root } from '../../foundation/reader/paths.ts';

export interface Size {
  what: string;
  bytes: number;
  /** It is to be less, in bytes. */
  goal: number;
  /** It must not grow beyond this, in bytes, where the goal has not been reached yet. */
  limit: number;
}

const parts = [
  { what: 'everything', code: `export * from './index.ts'`, goal: 12_000, limit: 13_600 },
  {
    what: 'verifyWebhook alone',
    code: `export { verifyWebhook } from './index.ts'`,
    goal: 5_000,
    limit: 5_000,
  },
  { what: 'the calendar', code: `export * from './jalali.ts'`, goal: 2_000, limit: 2_000 },
];

/** What is imported, bundled with all that it needs. */
async function sizeOf(code: string): Promise<number> {
  const entry = join(root, 'client/src/shop.ts');
  const shop = {
    name: 'shop',
    resolveId: (id: string) => (id === entry ? id : undefined),
    load: (id: string) => (id === entry ? code : undefined),
  };
  const bundle = await rolldown({ input: entry, plugins: [shop] });
  const { output } = await bundle.generate({ format: 'esm', minify: true, comments: false });
  if (output.length > 1) throw new Error('The client came in more than one piece.');
  return gzipSync(output[0].code, { level: 9 }).length;
}

/** The parts that a shop may import, with their limits. */
export function clientSizes(): Promise<Size[]> {
  return Promise.all(parts.map(async ({ code, ...part }) => ({ ...part, bytes: await sizeOf(code) })));
}
