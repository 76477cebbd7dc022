// Publishes the Go module into a proxy of files, and requires it from there in a fresh module, without any replace.
import { existsSync } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { root } from '../../../../foundation/reader/paths.ts';
import { contractVersion } from '../../../../generated/facts.ts';
import { run } from '../../../../tests/heavy/run.ts';
import type { LanguageDriver } from './language-driver.ts';

const programs = join(import.meta.dirname, 'go');

/** The path by which programs import the module. */
export const modulePath = `irandargah.com/client/v${contractVersion.split('.')[0]}`;

async function must(command: [string, ...string[]], cwd: string, env: NodeJS.ProcessEnv): Promise<void> {
  const { code, output } = await run(command, { cwd, env });
  if (code !== 0) throw new Error(`${command.join(' ')} ended with ${code}:\n${output}`);
}

/**
 * Makes a fresh module that requires the published one, and builds a program in it.
 * @param module the folder of the package
 * @param folder empty; the proxy, the cache of modules and the fresh module go there
 * @param source the text file of the program, whose package is main; a go.mod beside it pins what else it needs
 * @returns the program
 */
export async function buildWithModule(module: string, folder: string, source: string): Promise<string> {
  const proxy = join(folder, 'proxy');
  const shop = join(folder, 'shop');
  await mkdir(shop, { recursive: true });
  const env = {
    // The others are for what a program needs beside it.
    GOPROXY: `file://${proxy},${process.env.GOPROXY ?? 'https://proxy.golang.org'}`,
    GOSUMDB: 'off',
    // A cache of its own, since the same version is published again and again; one that can be removed.
    GOMODCACHE: join(folder, 'cache'),
    // A database driver is in C: it is to be built soon, and need not be fast.
    CGO_CFLAGS: '-O0',
    GOFLAGS: '-modcacherw -mod=mod -buildvcs=false',
  };
  const licence = join(root, 'LICENSE');
  const publish = join(programs, 'publish/main.go');
  await must(['go', 'run', publish, module, `v${contractVersion}`, licence, proxy], folder, {
    GOFLAGS: '-buildvcs=false',
  });
  await writeFile(join(shop, 'go.mod'), 'module shop.example/shop\n\ngo 1.22\n');
  for (const pinned of ['go.mod', 'go.sum']) {
    const beside = join(dirname(source), pinned);
    if (existsSync(beside)) await copyFile(beside, join(shop, pinned));
  }
  await copyFile(source, join(shop, 'main.go'));
  await must(['go', 'get', `${modulePath}@v${contractVersion}`], shop, env);
  await must(['go', 'vet', '.'], shop, env);
  await must(['go', 'build', '-trimpath', '-o', 'shop', '.'], shop, env);
  return join(shop, 'shop');
}

export const go: LanguageDriver = {
  label: 'Go',
  install: async (folder) => {
    const program = await buildWithModule(join(root, 'client/go'), folder, join(programs, 'shop/main.go'));
    return { command: [program], cwd: folder };
  },
};
