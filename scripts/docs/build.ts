// Builds the site: both references, the first page and all that they need, into docs/dist.
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { generatedFolder } from '../../foundation/reader/paths.ts';
import { type Assets, collectAssets } from './assets.ts';
import { changesSince } from './changes.ts';
import { compress } from './compress.ts';
import { contractFile, readContracts } from './contracts.ts';
import { counterparts } from './counterparts.ts';
import { fingerprint } from './fingerprint.ts';
import { contentSecurityPolicy, headersFile } from './headers.ts';
import { type Language, languages, otherLanguage } from './languages.ts';
import { ownPages, readLibraries, surroundingsOf } from './own-pages.ts';
import { renderLanding, renderNotFound } from './pages/landing.ts';
import { referencePath, renderReference } from './pages/reference.ts';
import { distFolder, siteFolder } from './places.ts';
import { decorate } from './redoc/decorate.ts';
import { highlightStyles } from './redoc/highlight-styles.ts';
import { prerender } from './redoc/prerender.ts';

export interface BuildOptions {
  /** Folder of the bundled contracts. */
  contracts?: string;
  /** Folder to build into. Its former content is replaced as a whole. */
  output?: string;
  /** The path under which the site will be published, with a slash at both ends. */
  basePath?: string;
}

export interface BuildResult {
  output: string;
  /** False when the site was already what its sources give. */
  built: boolean;
}

const fingerprintFile = '.fingerprint';

/** Labels of Redoc by language; English needs none. */
const labelFiles: Partial<Record<Language, string>> = { fa: join(siteFolder, 'labels.fa.json') };

/** All files of the site by their path in it. */
async function makeSite(contractsFolder: string, basePath: string): Promise<Map<string, string | Buffer>> {
  const contracts = await readContracts(contractsFolder);
  const forRedoc = {
    en: JSON.stringify(decorate(contracts.en.document, 'en')),
    fa: JSON.stringify(decorate(contracts.fa.document, 'fa')),
  };
  const [en, fa] = await Promise.all(
    languages.map((language) => prerender(language, forRedoc[language], labelFiles[language])),
  );
  if (!en || !fa) throw new Error('A language is missing.');
  const prerendered = { en, fa };
  const assets: Assets = await collectAssets(
    new Map(languages.map((language) => [`redoc.${language}.css`, prerendered[language].css])),
  );
  const policy = contentSecurityPolicy({
    scripts: [...en.inline.scripts, ...fa.inline.scripts],
    styles: [
      ...en.inline.styles,
      ...fa.inline.styles,
      ...highlightStyles(assets.files.get('redoc.js')?.toString() ?? ''),
    ],
  });
  const surroundings = { contracts, assets: assets.folder, policy };
  const libraries = await readLibraries(contracts);
  const frames = {
    en: surroundingsOf(libraries.en, contracts.en.version, assets.folder),
    fa: surroundingsOf(libraries.fa, contracts.fa.version, assets.folder),
  };
  const changes = await changesSince(contractFile(contractsFolder, 'en', 'yaml'));

  const site = new Map<string, string | Buffer>([
    ['index.html', renderLanding(surroundings)],
    ['404.html', renderNotFound(surroundings, basePath)],
    ['_headers', headersFile(policy)],
    // GitHub Pages would otherwise leave out files whose name begins with an underscore.
    ['.nojekyll', ''],
    ...ownPages(contracts, libraries, frames, changes),
  ]);
  for (const [name, content] of assets.files) site.set(`${assets.folder}/${name}`, content);
  for (const language of languages) {
    const { title, summary } = contracts[language];
    const labels = labelFiles[language];
    site.set(
      `${language}/${referencePath}`,
      renderReference({
        surroundings: frames[language],
        title,
        description: summary,
        prerendered: prerendered[language].html,
        labels: labels ? JSON.parse(await readFile(labels, 'utf8')) : {},
        counterparts: counterparts(prerendered[language].html, prerendered[otherLanguage(language)].html),
        policy,
      }),
    );
    site.set(`${language}/redoc.json`, forRedoc[language]);
  }
  return site;
}

async function writeSite(site: Map<string, string | Buffer>, output: string): Promise<void> {
  await mkdir(dirname(output), { recursive: true });
  // Built beside its place and then moved there, so that a failure leaves the former site whole.
  const fresh = `${output}.${process.pid}`;
  try {
    for (const [path, content] of site) {
      await mkdir(dirname(join(fresh, path)), { recursive: true });
      await writeFile(join(fresh, path), content);
    }
    await rm(output, { recursive: true, force: true });
    await rename(fresh, output);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Builds the site, unless what is there was built from the same sources.
 * @throws Error with a sentence for the user when a contract is missing or Redoc cannot render it
 */
export async function buildDocs(options: BuildOptions = {}): Promise<BuildResult> {
  const { contracts = generatedFolder, output = distFolder, basePath = '/' } = options;
  const sources = languages.flatMap((language) =>
    (['json', 'yaml'] as const).map((format) => contractFile(contracts, language, format)),
  );
  await readContracts(contracts);
  const current = await fingerprint(sources, basePath);
  const former = await readFile(join(output, fingerprintFile), 'utf8').catch(() => undefined);
  if (former === current) return { output, built: false };

  const site = await compress(await makeSite(contracts, basePath));
  site.set(fingerprintFile, current);
  await writeSite(site, output);
  return { output, built: true };
}
