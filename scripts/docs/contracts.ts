// What the site takes from the bundled contracts.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContractDocument } from '../../foundation/reader/document.ts';
import { type Language, languages } from '../../foundation/reader/paths.ts';

/** A bundled contract, with the parts that only the site looks at. */
export type SiteDocument = ContractDocument & {
  info: { summary?: string };
  tags?: { name: string; [extension: `x-${string}`]: unknown }[];
};

export interface Contract {
  /** Where it was read from, with all that is generated beside it. */
  folder: string;
  title: string;
  version: string;
  /** One sentence on what the API is for. */
  summary: string;
  /** The published document, which Redoc shows. */
  document: SiteDocument;
  /** The strict document, of which our own pages are made: it has every rule, and on what each rests. */
  strict: ContractDocument;
  /** The bundled document in both formats, byte for byte. */
  json: Buffer;
  yaml: Buffer;
}

/** The files of the contract in one language. */
export const contractFile = (folder: string, language: Language, format: 'json' | 'yaml') =>
  join(folder, `openapi.${language}.${format}`);

/** The folder of the runnable collections in one language. */
export const collectionsFolder = (folder: string, language: Language) =>
  join(folder, 'collections', language);

/**
 * Reads the bundled contracts.
 * @throws Error that says what to run, when one has not been generated
 */
export async function readContracts(folder: string): Promise<Record<Language, Contract>> {
  const needed = languages.flatMap((language) => [
    contractFile(folder, language, 'json'),
    collectionsFolder(folder, language),
  ]);
  const missing = needed.find((path) => !existsSync(path));
  if (missing) throw new Error(`There is no ${missing}. Run \`npm run generate\` first.`);
  const read = async (language: Language): Promise<Contract> => {
    const json = await readFile(contractFile(folder, language, 'json'));
    const yaml = await readFile(contractFile(folder, language, 'yaml'));
    const document = JSON.parse(json.toString()) as SiteDocument;
    const strict = await readFile(join(folder, `strict.${language}.json`), 'utf8');
    const { info } = document;
    return {
      folder,
      title: info.title,
      version: info.version,
      summary: info.summary ?? info.title,
      document,
      strict: JSON.parse(strict) as ContractDocument,
      json,
      yaml,
    };
  };
  const [en, fa] = await Promise.all([read('en'), read('fa')]);
  return { en, fa };
}
