// The files that readers take away: the collections as archives, and the catalogue of errors.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { generatedFolder } from '../../foundation/reader/paths.ts';
import { errors } from '../../generated/facts.ts';
import { collectionDownloads } from '../../scripts/docs/downloads/collections.ts';
import { errorsAsCsv, errorsAsJson } from '../../scripts/docs/downloads/error-catalogue.ts';
import { languages } from '../../scripts/docs/languages.ts';

describe.each(languages)('the archives of collections in %s', (language) => {
  it.each([
    ['bruno.zip', 'irandargah-bruno', 'bruno'],
    ['http-files.zip', 'irandargah-http', 'http'],
  ])('%s holds the generated files, in one folder', (name, inside, folder) => {
    const archive = collectionDownloads(generatedFolder, language).get(name);
    const unpacked = unzipSync(archive ?? new Uint8Array());
    const source = join(generatedFolder, 'collections', language, folder);
    const files = readdirSync(source, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(source, join(entry.parentPath, entry.name)));
    expect(Object.keys(unpacked).sort()).toEqual(files.map((file) => `${inside}/${file}`).sort());
    for (const file of files) {
      expect(Buffer.from(unpacked[`${inside}/${file}`] ?? [])).toEqual(readFileSync(join(source, file)));
    }
  });

  it('are the same from build to build', () => {
    const [one, other] = [1, 2].map(() => collectionDownloads(generatedFolder, language));
    expect(one).toEqual(other);
  });
});

describe.each(languages)('the catalogue of errors in %s', (language) => {
  it('is the same as JSON and as CSV', () => {
    const entries = JSON.parse(errorsAsJson(language)) as Record<string, unknown>[];
    expect(entries).toHaveLength(Object.keys(errors).length);
    const csv = errorsAsCsv(language);
    expect(csv.startsWith('\uFEFFcode,')).toBe(true);
    expect(readCsv(csv.slice(1))).toEqual(
      entries.map((entry) => ({
        ...entry,
        code: String(entry.code),
        http: (entry.http as number[]).join(' '),
      })),
    );
  });
});

/** Reads CSV as RFC 4180 describes it. */
function readCsv(csv: string): Record<string, string>[] {
  const cells = [...csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, quoted, bare = '', end] of cells) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end !== ',') rows.push([]);
  }
  const [head = [], ...body] = rows.slice(0, -1);
  return body.map((row) => Object.fromEntries(head.map((name, index) => [name, row[index] ?? ''])));
}
