// openapi-generator for Rust: models by serde and functions over reqwest; the generated crate is a dependency of ours.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openapiGenerator } from '../../openapi-generator.ts';

export default openapiGenerator({
  target: 'rust',
  language: 'Rust',
  needs: ['cargo', 'rustc'],
  compile: async ({ folder, cache, must }) => {
    // The generated crate has the version of the contract, which the lock shall not have to follow.
    await must(['sed', '-i', '0,/^version = .*/s//version = "0.0.0"/', 'out/Cargo.toml']);
    const lock = await readFile(join(folder, 'Cargo.lock'), 'utf8');
    const target = await cache('rust', lock, await must(['rustc', '--version']));
    const env = { CARGO_TARGET_DIR: target, CARGO_TERM_COLOR: 'never' };
    await must(['cargo', 'build', '--quiet', '--locked'], { env });
    await must(['cp', join(target, 'debug/program'), 'program']);
    // The libraries stay built; what was generated is built each time, and would pile up.
    await must(['cargo', 'clean', '--quiet', '--package', 'openapi', '--package', 'program'], { env });
  },
  program: () => ['./program'],
});
