// Makes a package as it is published: plain JavaScript, types, the files it reads, one manifest, readme and licence.
import { copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root } from '../reader/paths.ts';
import { type CommonJs, shareTypes, writeCommonJs } from './commonjs.ts';
import { type Manifest, manifestOf, picked, publishedManifest, versionsOf } from './manifest.ts';
import { filesFolder, writeModules } from './modules.ts';
import { publishedReadme } from './readme.ts';
import { writeTypes } from './types.ts';

export interface PackageSource {
  /** The package in the repository, with package.json, README.md and src/. */
  folder: string;
  /** Files and folders that its modules read while they run, as paths from the root. */
  files?: string[];
  /** The packages whose global types its modules know. */
  environment?: string[];
  /** Makes CommonJS as well. */
  commonjs?: CommonJs;
}

/** Where the declarations of `./src/` stand in the package. */
const typesFolder = (folder: string) => `./types/${relative(root, folder)}/src/`;

/**
 * Writes all of a package that runs and tells of it: modules, files, manifest, readme and licence.
 * @param target the folder to write into; emptied first.
 * @returns its manifest as it stands in the repository.
 */
export async function writeProgram(source: PackageSource, target: string): Promise<Manifest> {
  const { folder, files = [], commonjs } = source;
  const manifest = await manifestOf(folder);
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const versions = await versionsOf(root);
  const modules = { root, folder, manifest, known: Object.keys(versions) };
  const imported = await writeModules(modules, 'esm', target);
  if (commonjs) await writeCommonJs(modules, commonjs, target);
  for (const file of files) await cp(join(root, file), join(target, filesFolder, file), { recursive: true });
  const published = publishedManifest(
    { ...manifest, dependencies: { ...manifest.dependencies, ...picked(versions, imported) } },
    typesFolder(folder),
    commonjs !== undefined,
  );
  await writeFile(join(target, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
  await copyFile(join(root, 'LICENSE'), join(target, 'LICENSE'));
  const readme = await readFile(join(folder, 'README.md'), 'utf8');
  const { scripts = {} } = await manifestOf(root);
  const surroundings = { folder: relative(root, folder), manifest, scripts, target };
  await writeFile(join(target, 'README.md'), publishedReadme(readme, surroundings));
  return manifest;
}

/**
 * Builds a package: all of it, with its types.
 * @param target the folder to build into; emptied first.
 */
export async function buildPackage(source: PackageSource, target: string): Promise<void> {
  const { folder, environment = [], commonjs } = source;
  const { exports } = await writeProgram(source, target);
  const exported = Object.values(exports).map((file) => join(folder, file));
  writeTypes(root, exported, environment, join(target, 'types'));
  if (commonjs) await shareTypes(exports, typesFolder(folder), target);
}
