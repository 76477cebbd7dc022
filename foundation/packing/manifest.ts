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
export const moduleOf = (exported: string) => (exported === '.' ? 'index' : exported.slice(2));
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

/** Where the declarations of a module of `./src/` stand in the package, `types` being the folder of those of `./src/`. */
export const declarationsOf = (source: string, types: string): string =>
  source.replace('./src/', types).replace(/\.ts$/, '.d.ts');

/**
 * What those who know no `exports` read beside it: CommonJS at the top, and the types of what lies below.
 * @param declarations those of each export.
 */
function forOldReaders({ '.': top, ...below }: Record<string, string>): object {
  const typesBelow = Object.entries(below).map(([exported, types]) => [moduleOf(exported), [types]]);
  return {
    main: './cjs/index.js',
    module: './index.js',
    types: top,
    ...(typesBelow.length > 0 && { typesVersions: { '*': Object.fromEntries(typesBelow) } }),
  };
}

/**
 * The manifest as it is published.
 * @param types where the declarations of `./src/` stand in the package.
 * @param both whether there is CommonJS as well as ES modules.
 */
export function publishedManifest(manifest: Manifest, types: string, both: boolean): object {
  const { devDependencies: _, scripts: __, private: ___, exports, bin, ...kept } = manifest;
  const published = Object.entries(exports).map(([exported, source]) => {
    const declarations = declarationsOf(source, types);
    const module = `${moduleOf(exported)}.js`;
    const required = { types: declarations, default: `./cjs/${module}` };
    const imported = { types: `./${moduleOf(exported)}.d.ts`, default: `./${module}` };
    return {
      exported,
      declarations,
      conditions: both
        ? { import: imported, require: required }
        : { types: declarations, default: `./${module}` },
    };
  });
  return {
    ...kept,
    ...(both &&
      forOldReaders(
        Object.fromEntries(published.map(({ exported, declarations }) => [exported, declarations])),
      )),
    exports: Object.fromEntries(published.map(({ exported, conditions }) => [exported, conditions])),
    ...(bin && {
      bin: Object.fromEntries(
        Object.entries(bin).map(([name, source]) => [name, `./${programOf(source)}.js`]),
      ),
    }),
  };
}
