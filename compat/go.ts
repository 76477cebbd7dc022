// Tools and clients in Go: each folder has a go.mod and go.sum that pin everything, the tool itself by its `tool` line.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench, Command } from './tool.ts';

/** The version of a module that a tool's go.mod pins. */
export function pinnedModule(toolFolder: string, module: string): string {
  const line = readFileSync(join(toolFolder, 'go.mod'), 'utf8')
    .split('\n')
    .find((text) =>
      text
        .trim()
        .replace(/^require /, '')
        .startsWith(`${module} v`),
    );
  if (!line) throw new Error(`${toolFolder}/go.mod does not pin ${module}.`);
  return line.trim().split(`${module} v`)[1]?.split(' ')[0] as string;
}

/** A go.mod is never changed by a build: what it lacks is a failure. */
const locked = { GOFLAGS: '-mod=readonly', GOWORK: 'off' };

/** Fetches what the go.sum names, and builds the tool. */
export async function installModules({ must }: Bench, tool?: string): Promise<void> {
  await must(['go', 'mod', 'download'], { env: locked });
  if (tool) await must(['go', 'build', '-o', 'tool', tool], { env: locked });
}

/** Builds and vets the program, and with it what was generated into the folder `out`. */
export async function compileGo({ must }: Bench): Promise<void> {
  await must(['go', 'build', './out/...'], { env: locked });
  await must(['go', 'build', '-o', 'program', '.'], { env: locked });
}

export const goProgram = (): Command => ['./program'];
