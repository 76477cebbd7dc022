// Clients in Rust: a folder has a Cargo.toml, whose dependency `openapi` is the generated crate, and a Cargo.lock that
// pins everything.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bench, Command } from './tool.ts';

/** The crates that are built once stay built; what was generated is built each time, and not kept. */
export async function compileRust({ folder, cache, must }: Bench): Promise<void> {
  // The generated crate has the version of the contract, which the lock shall not have to follow.
  await must(['sed', '-i', '0,/^version = .*/s//version = "0.0.0"/', 'out/Cargo.toml']);
  const lock = await readFile(join(folder, 'Cargo.lock'), 'utf8');
  const target = await cache('rust', lock, await must(['rustc', '--version']));
  const env = { CARGO_TARGET_DIR: target, CARGO_TERM_COLOR: 'never' };
  await must(['cargo', 'build', '--quiet', '--locked'], { env });
  await must(['cp', join(target, 'debug/program'), 'program']);
  await must(['cargo', 'clean', '--quiet', '--package', 'openapi', '--package', 'program'], { env });
}

export const rustProgram = (): Command => ['./program'];
