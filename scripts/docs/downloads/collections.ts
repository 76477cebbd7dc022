// The runnable collections as files to take away: Postman's as it is, those that are folders as archives.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { zipSync } from 'fflate';
import { collectionsFolder } from '../contracts.ts';
import type { Language } from '../languages.ts';

/** Every archive is made anew with each build; one date for all files keeps it the same, byte for byte. */
const date = new Date(1980, 0, 1);

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** A folder as an archive, inside which everything lies in one folder of its own. */
function archive(folder: string, name: string): Buffer {
  const entries = filesBelow(folder).map((file): [string, Uint8Array] => [
    `${name}/${relative(folder, file).replaceAll('\\', '/')}`,
    readFileSync(file),
  ]);
  return Buffer.from(zipSync(Object.fromEntries(entries), { mtime: date }));
}

/** The collections of one language by their names on the site. */
export function collectionDownloads(contracts: string, language: Language): Map<string, Buffer> {
  const folder = collectionsFolder(contracts, language);
  return new Map([
    ['postman.json', readFileSync(join(folder, 'postman.json'))],
    ['bruno.zip', archive(join(folder, 'bruno'), 'irandargah-bruno')],
    ['http-files.zip', archive(join(folder, 'http'), 'irandargah-http')],
  ]);
}
