// Makes a package as it is published: plain JavaScript, types, the files it reads, one manifest, readme and licence.
import { copyFile, cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { root } from '../reader/paths.ts';
import { manifestOf, picked, publishedManifest, versionsOf } from './manifest.ts';
import { filesFolder, writeModules } from './modules.ts';
import { writeTypes } from './types.ts';

export interface PackageSource {
  /** The package in the repository, with package.json, README.md and src/. */
  folder: string;
  /** Files and folders that its modules read while they run, as paths from the root. */
  files?: string[];
  /** The packages whose global types its modules know. */
  environment?: string[];
}

/**
 * Builds a package.
 * @param target the folder to build into; emptied first.
 */
export async function buildPackage(
  { folder, files = [], environment = [] }: PackageSource,
  target: string,
): Promise<void> {
  const manifest = await manifestOf(folder);
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const versions = await versionsOf(root);
  const imported = await writeModules(root, folder, manifest, Object.keys(versions), target);
  for (const file of files) await cp(join(root, file), join(target, filesFolder, file), { recursive: true });
  const exported = Object.values(manifest.exports).map((source) => join(folder, source));
  writeTypes(root, exported, environment, join(target, 'types'));
  const published = publishedManifest(
    { ...manifest, dependencies: { ...manifest.dependencies, ...picked(versions, imported) } },
    `./types/${relative(root, folder)}/src/`,
  );
  await writeFile(join(target, 'package.json'), `${JSON.stringify(published, null, 2)}\n`);
  await copyFile(join(folder, 'README.md'), join(target, 'README.md'));
  await copyFile(join(root, 'LICENSE'), join(target, 'LICENSE'));
}
