// Puts together everything of a language that is not Redoc: home, guides, plain reference, search, downloads, changes.
import { readDecisions } from '../../foundation/reader/decisions.ts';
import type { Changes } from './changes.ts';
import type { Contract } from './contracts.ts';
import { collectionDownloads } from './downloads/collections.ts';
import { errorsAsCsv, errorsAsJson } from './downloads/error-catalogue.ts';
import { llmsText } from './downloads/llms.ts';
import { readPrograms } from './guides/code.ts';
import { guidePage, guidePath, type Library, markdownContext } from './guides/page.ts';
import { readGuides } from './guides/read.ts';
import { type Language, languages } from './languages.ts';
import { changesPage } from './pages/changes.ts';
import { downloadsPage } from './pages/downloads.ts';
import type { Surroundings } from './pages/frame.ts';
import { homePage } from './pages/home.ts';
import { searchPage } from './pages/search.ts';
import { decisionsFolder } from './places.ts';
import { areasOf } from './plain/areas.ts';
import { areaPath, plainPages } from './plain/pages.ts';
import { buildIndex } from './search/index-file.ts';
import { searchRecords } from './search/records.ts';

type Contracts = Record<Language, Contract>;

/** What the texts of each language can refer to. */
export async function readLibraries(contracts: Contracts): Promise<Record<Language, Library>> {
  const [guides, programs] = await Promise.all([readGuides(), readPrograms()]);
  const decisions = readDecisions(decisionsFolder);
  const library = (language: Language): Library => ({
    language,
    contract: contracts[language].strict,
    guides: guides[language],
    areas: areasOf(contracts[language].strict),
    programs,
    decisions,
  });
  return { en: library('en'), fa: library('fa') };
}

/** What the frame of every page of a language needs. */
export function surroundingsOf(library: Library, version: string, assets: string): Surroundings {
  return {
    language: library.language,
    version,
    assets,
    menu: {
      guides: library.guides.map(({ slug, title }) => ({ path: guidePath(slug), title })),
      areas: library.areas.map(({ slug, title }) => ({ path: areaPath(slug), title })),
    },
  };
}

/** The files of one language by their path below its folder. */
function filesOf(
  contract: Contract,
  library: Library,
  surroundings: Surroundings,
  changes: Changes | undefined,
): Map<string, string | Buffer> {
  const { language } = library;
  const document = contract.strict;
  const downloads = new Map<string, string | Buffer>([
    ['openapi.json', contract.json],
    ['openapi.yaml', contract.yaml],
    ...collectionDownloads(contract.folder, language),
    ['errors.json', errorsAsJson(language)],
    ['errors.csv', errorsAsCsv(language)],
  ]);
  const sizes = new Map([...downloads].map(([name, content]) => [name, Buffer.byteLength(content)]));
  return new Map([
    ...downloads,
    ['index.html', homePage(contract.title, contract.summary, library, surroundings)],
    ...library.guides.map((guide): [string, string] => [
      guidePath(guide.slug),
      guidePage(guide, library, surroundings),
    ]),
    ...plainPages(document, surroundings, (path) =>
      markdownContext(library, path, `the ${language} contract`),
    ),
    ['search.html', searchPage(surroundings)],
    ['search-index.json', buildIndex(searchRecords(library, document))],
    ['downloads.html', downloadsPage(surroundings, sizes)],
    ['changes.html', changesPage(changes, surroundings)],
  ]);
}

/** All our own files of both languages by their path in the site. */
export function ownPages(
  contracts: Contracts,
  libraries: Record<Language, Library>,
  surroundings: Record<Language, Surroundings>,
  changes: Changes | undefined,
): Map<string, string | Buffer> {
  return new Map([
    ['llms.txt', llmsText(contracts, libraries)],
    ...languages.flatMap((language) =>
      [...filesOf(contracts[language], libraries[language], surroundings[language], changes)].map(
        ([path, content]): [string, string | Buffer] => [`${language}/${path}`, content],
      ),
    ),
  ]);
}
