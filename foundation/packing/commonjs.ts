// The CommonJS form of a package, in its folder cjs/, and declarations that both forms share (docs/decisions/0088).
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join, posix } from 'node:path';
import { declarationsOf, moduleOf } from './manifest.ts';
import { type Modules, writeModules } from './modules.ts';

export interface CommonJs {
  /** The packages whose own CommonJS does not work: in this form they come along, and their types are those of ES modules. */
  inside: string[];
}

/** Says what the files of a folder are, inside a package of ES modules. */
const markCommonJs = (folder: string) =>
  writeFile(join(folder, 'package.json'), '{ "type": "commonjs", "sideEffects": false }\n');

/** Writes the modules as CommonJS, with the licences of what comes along in them. */
export async function writeCommonJs(modules: Modules, { inside }: CommonJs, target: string): Promise<void> {
  const folder = join(target, 'cjs');
  await mkdir(folder);
  const known = modules.known.filter((name) => !inside.includes(name));
  await writeModules({ ...modules, known }, 'cjs', folder);
  await markCommonJs(folder);
  for (const name of inside) {
    const licence = join(modules.root, 'node_modules', name, 'LICENSE');
    await copyFile(licence, join(folder, `LICENSE.${name.replace('/', '-')}`));
  }
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
