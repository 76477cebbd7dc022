// The files that all pages share: Redoc for browsers, styles, fonts, scripts and icons.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { browserScripts } from './browser-scripts.ts';
import { siteFolder } from './places.ts';
import { patchBrowserBundle } from './redoc/patches.ts';

const { resolve } = createRequire(import.meta.url);
const packageFolder = (name: string) => dirname(resolve(`${name}/package.json`));

/** The assets by file name, and the folder for them, named by their content so that they can be cached for ever. */
export interface Assets {
  folder: string;
  files: Map<string, Buffer>;
}

/** Where Redoc for browsers stands in the CLI's package. */
export const redocBundle = join(packageFolder('@redocly/cli'), 'lib/chunks/redoc.standalone.js');

const vazirmatn = packageFolder('vazirmatn');

/** Files of other packages under their names on the site; the font comes with its licence, as that asks. */
const borrowed = {
  'vazirmatn.woff2': join(vazirmatn, 'fonts/webfonts/Vazirmatn[wght].woff2'),
  'minisearch.js': join(dirname(resolve('minisearch')), '../es/index.js'),
  'vazirmatn-OFL.txt': join(vazirmatn, 'OFL.txt'),
};

async function ownFiles(folder: string): Promise<[string, Buffer][]> {
  const names = (await readdir(folder)).sort();
  return Promise.all(
    names.map(async (name): Promise<[string, Buffer]> => [name, await readFile(join(folder, name))]),
  );
}

/**
 * Collects the assets.
 * @param prerendered style rules of the pre-rendered references, by file name
 * @throws MovedPatchTarget when Redoc is not the build that our patches know
 */
export async function collectAssets(prerendered: Map<string, string>): Promise<Assets> {
  const files = new Map<string, Buffer>([
    ...(await ownFiles(join(siteFolder, 'assets'))),
    ...(await browserScripts()),
    ...[...prerendered].map(([name, css]): [string, Buffer] => [name, Buffer.from(css)]),
    ['redoc.js', Buffer.from(patchBrowserBundle(await readFile(redocBundle, 'utf8'), redocBundle))],
  ]);
  for (const [name, path] of Object.entries(borrowed)) files.set(name, await readFile(path));

  const hash = createHash('sha256');
  for (const [name, content] of files) hash.update(`${name}\0${content.length}\0`).update(content);
  return { folder: `assets/${hash.digest('hex').slice(0, 12)}`, files };
}
