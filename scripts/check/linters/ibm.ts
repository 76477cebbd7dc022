// Asks IBM's validator for its opinion, which is about IBM's own style: each kind of finding is explained in a page.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Language, root } from '../../../foundation/reader/paths.ts';
import { reportOf } from './tool.ts';

type Report = Record<
  'error' | 'warning' | 'info' | 'hint',
  { results?: { rule: string; path: unknown[] }[] }
>;

/** The page that explains, in both languages. */
export const linterPages: Record<Language, string> = { en: 'docs/linters.md', fa: 'docs/linters.fa.md' };

/** @returns how many findings of each kind there are. */
export async function ibmKinds(file: string): Promise<Map<string, number>> {
  const report = await reportOf<Report>('lint-openapi', '--json', file);
  const kinds = new Map<string, number>();
  for (const severity of ['error', 'warning', 'info', 'hint'] as const) {
    for (const { rule } of report[severity].results ?? []) kinds.set(rule, (kinds.get(rule) ?? 0) + 1);
  }
  return kinds;
}

/** The kinds that a page explains: the first cell of each row that names one. */
export const explainedIn = (page: string): Set<string> =>
  new Set([...page.matchAll(/^\| `([^`]+)` \|/gm)].map(([, kind]) => kind as string));

/**
 * Compares the kinds of a document with those that a page explains.
 * @returns one line for each that is not explained, and for each that no longer comes
 */
export function unexplained(kinds: Map<string, number>, page: string): string[] {
  const explained = explainedIn(page);
  return [
    ...[...kinds]
      .filter(([kind]) => !explained.has(kind))
      .map(([kind, count]) => `${kind} comes ${count} times, and is not explained`),
    ...[...explained]
      .filter((kind) => !kinds.has(kind))
      .map((kind) => `${kind} is explained, but comes no more`),
  ];
}

/** The same for the pages in both languages. */
export async function ibmFindings(file: string): Promise<string[]> {
  const kinds = await ibmKinds(file);
  const findings = await Promise.all(
    Object.values(linterPages).map(async (page) =>
      unexplained(kinds, await readFile(join(root, page), 'utf8')).map((finding) => `${page}: ${finding}`),
    ),
  );
  return findings.flat();
}
