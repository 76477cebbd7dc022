// A fresh shop outside the repository, with the packed client installed, and above it the runtimes and tools.
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../../foundation/reader/paths.ts';
import { run } from '../../../../tests/heavy/run.ts';
import { installTools, npm } from '../../../../tests/heavy/tools.ts';

export const toolsFolder = import.meta.dirname;

/** A program of the tools that is a script, started by this Node.js. */
export const tool = (name: string): [string, string] => [
  process.execPath,
  join(toolsFolder, 'node_modules/.bin', name),
];

export interface PackedShop {
  folder: string;
  /** The archive, as `npm pack` made it. */
  archive: string;
  /** What can be imported: `@irandargah/client`, `@irandargah/client/jalali`, … */
  imports: string[];
  /** Runs a program in the shop. @throws Error with all that it printed, when it fails. */
  run: (command: [string, ...string[]]) => Promise<string>;
  write: (file: string, text: string) => Promise<void>;
  [Symbol.asyncDispose]: () => Promise<void>;
}

/**
 * Packs a built package.
 * @param build writes it into a folder.
 * @returns the archive, in `folder`.
 */
async function pack(build: (folder: string) => Promise<void>, folder: string): Promise<string> {
  const built = join(folder, 'built');
  await build(built);
  await mkdir(join(folder, 'packed'), { recursive: true });
  await npm(['pack', built, '--pack-destination', join(folder, 'packed')], folder);
  await rm(built, { recursive: true });
  const [archive = ''] = await readdir(join(folder, 'packed'));
  return join(folder, 'packed', archive);
}

/** Installs them all; bun brings its program by a script of its own. */
const installAll = () =>
  installTools(toolsFolder, () =>
    run([process.execPath, 'install.js'], { cwd: join(toolsFolder, 'node_modules/bun') }),
  );

/** What publint says of a packed package, warnings included. @throws Error with its findings. */
export async function publint(archive: string): Promise<string> {
  await installAll();
  const { code, output } = await run([...tool('publint'), 'run', archive, '--strict'], { cwd: toolsFolder });
  if (code !== 0) throw new Error(output);
  return output;
}

/** Opens the shop: builds, packs and installs the client. */
export async function openPackedShop(build: (folder: string) => Promise<void>): Promise<PackedShop> {
  await installAll();
  const parent = await mkdtemp(join(tmpdir(), 'irandargah-modules-'));
  const archive = await pack(build, parent);
  await symlink(join(toolsFolder, 'node_modules'), join(parent, 'node_modules'));
  const folder = join(parent, 'shop');
  await mkdir(folder);
  const write = (file: string, text: string) => writeFile(join(folder, file), text);
  await write('package.json', JSON.stringify({ private: true, dependencies: {} }));
  await npm(['install', archive, '--prefer-offline'], folder);
  const { exports } = JSON.parse(await readFile(join(root, 'client/package.json'), 'utf8'));
  return {
    folder,
    archive,
    imports: Object.keys(exports).map((exported) => `@irandargah/client${exported.slice(1)}`),
    run: async (command) => {
      const { code, output } = await run(command, { cwd: folder });
      if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${output}`);
      return output;
    },
    write,
    [Symbol.asyncDispose]: () => rm(parent, { recursive: true, force: true }),
  };
}
