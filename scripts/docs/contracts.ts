// What the site takes from the bundled contracts.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ContractDocument } from '../generate/document.ts';
import { type Language, languages } from '../generate/paths.ts';

/** A bundled contract, with the parts that only the site looks at. */
export type SiteDocument = ContractDocument & {
  info: { summary?: string };
  tags?: { name: string; [extension: `x-${string}`]: unknown }[];
};

export interface Contract {
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

/**
 * Reads the bundled contracts.
 * @throws Error that says what to run, when one has not been generated
 */
export async function readContracts(folder: string): Promise<Record<Language, Contract>> {
  const missing = languages.filter((language) => !existsSync(contractFile(folder, language, 'json')));
  if (missing.length > 0) {
    throw new Error(
      `There is no ${contractFile(folder, missing[0] as Language, 'json')}. Run \`npm run generate\` first.`,
    );
  }
  const read = async (language: Language): Promise<Contract> => {
    const json = await readFile(contractFile(folder, language, 'json'));
    const yaml = await readFile(contractFile(folder, language, 'yaml'));
    const document = JSON.parse(json.toString()) as SiteDocument;
    const strict = await readFile(join(folder, `strict.${language}.json`), 'utf8');
    const { info } = document;
    return {
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
