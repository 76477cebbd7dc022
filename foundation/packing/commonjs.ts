// The CommonJS form of a package, in its folder cjs/, and declarations that both forms share (docs/decisions/0088).
import { writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import type { Plugin } from 'rolldown';
import { declarationsOf, moduleOf } from './manifest.ts';
import { type Modules, writeModules } from './modules.ts';

export interface CommonJs {
  /** The packages whose default export the modules import. */
  defaultsOf: string[];
}

const defaultOf = '\0default export of ';

/**
 * Lets a default import be what a package calls `default`, as all compilers to CommonJS have it: by the rule of Node.js
 * for ES modules, which the bundler follows, it would be all that the package exports.
 */
const compiledDefaults = (packages: string[]): Plugin => ({
  name: 'compiled-defaults',
  resolveId: (id, importer) => {
    if (!packages.includes(id)) return undefined;
    return importer?.startsWith(defaultOf) ? { id, external: true } : defaultOf + id;
  },
  load: (id) =>
    id.startsWith(defaultOf) ? `export { default } from '${id.slice(defaultOf.length)}';` : undefined,
});

/** Says what the files of a folder are, inside a package of ES modules. */
const markCommonJs = (folder: string) =>
  writeFile(join(folder, 'package.json'), '{ "type": "commonjs", "sideEffects": false }\n');

/** Writes the modules as CommonJS. */
export async function writeCommonJs(
  modules: Modules,
  { defaultsOf }: CommonJs,
  target: string,
): Promise<void> {
  const folder = join(target, 'cjs');
  const known = modules.known.filter((name) => !defaultsOf.includes(name));
  await writeModules({ ...modules, known }, 'cjs', folder, [compiledDefaults(defaultsOf)]);
  await markCommonJs(folder);
}

/**
 * Lets both forms have the same types, so that an amount of the one is an amount of the other: the declarations become
 * those of CommonJS, which an ES module may read as well, and each ES module gets a file that passes them on.
 * @param types where the declarations of `./src/` stand in the package.
 */
export async function shareTypes(
  exports: Record<string, string>,
  types: string,
  target: string,
): Promise<void> {
  await markCommonJs(join(target, 'types'));
  for (const [exported, source] of Object.entries(exports)) {
    const file = `${moduleOf(exported)}.d.ts`;
    const up = posix.relative(posix.dirname(file), '.') || '.';
    const declarations = `${up}/${posix.normalize(declarationsOf(source, types))}`;
    await writeFile(join(target, file), `export * from '${declarations.replace(/\.d\.ts$/, '.js')}';\n`);
  }
}
