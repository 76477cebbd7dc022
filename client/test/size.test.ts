// The size of the whole client as a bundler brings it to a shop, minified and compressed.
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { describe, expect, it } from 'vitest';

async function sizeOf(entry: string): Promise<number> {
  const bundle = await rolldown({ input: join(import.meta.dirname, '../src', entry) });
  const { output } = await bundle.generate({ format: 'esm', minify: true, comments: false });
  expect(output).toHaveLength(1);
  return gzipSync(output[0].code, { level: 9 }).length;
}

describe('the bundle', () => {
  it('is less than 12 kB, everything that the client exports included', async () => {
    expect(await sizeOf('index.ts')).toBeLessThan(12_000);
  });

  it('is less than 2 kB more for those who ask for the calendar', async () => {
    expect(await sizeOf('jalali.ts')).toBeLessThan(2000);
  });
});
