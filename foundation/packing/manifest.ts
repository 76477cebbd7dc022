// The manifest of a package: what it says in the repository, and what it says when it is published.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

export interface Manifest {
  name: string;
  /** Where each export stands in the repository: `./src/….ts`. */
  exports: Record<string, string>;
  bin?: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies?: Record<string, string>;
  workspaces?: string[];
  scripts?: Record<string, string>;
  [field: string]: unknown;
}

export async function manifestOf(folder: string): Promise<Manifest> {
  return JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** The name of an export's module: `index` for the package itself, `testing` for `./testing`. */
const moduleOf = (exported: string) => (exported === '.' ? 'index' : exported.slice(2));
const programOf = (source: string) => basename(source, '.ts');

/** Every module that is reached from outside, by the name that it gets in the package. */
export function entriesOf({ exports, bin = {} }: Manifest): Record<string, string> {
  return Object.fromEntries([
    ...Object.entries(exports).map(([exported, source]) => [moduleOf(exported), source]),
    ...Object.values(bin).map((source) => [programOf(source), source]),
  ]);
}

/** The version of every package that the repository or one of its packages names, for all name the same. */
export async function versionsOf(root: string): Promise<Record<string, string>> {
  const { workspaces = [], devDependencies } = await manifestOf(root);
  const packages = await Promise.all(workspaces.map((folder) => manifestOf(join(root, folder))));
  return Object.assign({}, devDependencies, ...packages.map(({ dependencies }) => dependencies));
}

/** Those versions that are asked for, in alphabetical order. */
export const picked = (versions: Record<string, string>, names: readonly string[]): Record<string, string> =>
  Object.fromEntries([...names].sort().map((name) => [name, versions[name] as string]));

/**
 * The manifest as it is published.
 * @param types where the declarations of `./src/` stand in the package.
 */
export function publishedManifest(manifest: Manifest, types: string): object {
  const { devDependencies: _, scripts: __, private: ___, exports, bin, ...kept } = manifest;
  return {
    ...kept,
    exports: Object.fromEntries(
      Object.entries(exports).map(([exported, source]) => [
        exported,
        {
          types: source.replace('./src/', types).replace(/\.ts$/, '.d.ts'),
          default: `./${moduleOf(exported)}.js`,
        },
      ]),
    ),
    ...(bin && {
      bin: Object.fromEntries(
        Object.entries(bin).map(([name, source]) => [name, `./${programOf(source)}.js`]),
      ),
    }),
  };
}
