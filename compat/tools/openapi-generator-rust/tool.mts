// openapi-generator for Rust: reqwest, with a Cargo.lock of ours.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openapiGenerator } from '../../openapi-generator.ts';
import type { Bench } from '../../tool.ts';

/** Where the libraries stay compiled. */
const target = async ({ folder, cache, must }: Bench) =>
  cache('rust', await readFile(join(folder, 'Cargo.lock'), 'utf8'), await must(['rustc', '--version']));

export default openapiGenerator({
  target: 'rust',
  language: 'Rust',
  needs: ['cargo', 'rustc'],
  install: (bench) => bench.must(['cargo', 'fetch', '--quiet']).catch(() => ''),
  compile: async (bench) => {
    const place = await target(bench);
    await bench.must(['cargo', 'build', '--quiet', '--locked'], { env: { CARGO_TARGET_DIR: place } });
    await bench.must(['cp', join(place, 'debug/compat'), 'program']);
  },
  program: () => ['./program'],
});
