// Finds the copy of the published page that these tests are given beside the project; the project itself keeps none.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Lines } from '../../../foundation/reader/page-samples.ts';
import { root } from '../../../foundation/reader/paths.ts';

/** Where the page is expected: beside the repository, unless `IRANDARGAH_PAGE` names another place. */
export const pagePlace =
  process.env.IRANDARGAH_PAGE ?? join(root, '../shared/source/irandargah-api-v2.fa.txt');

export interface Page {
  fingerprint: string;
  lines: string[];
  /** The text of some lines, byte for byte, with the end of the last one. */
  text: (lines: Lines) => string;
}

/** The page, or undefined when there is no copy of it. */
export function readPage(): Page | undefined {
  if (!existsSync(pagePlace)) return undefined;
  const bytes = readFileSync(pagePlace);
  const lines = bytes.toString('utf8').split('\n');
  return {
    fingerprint: createHash('sha256').update(bytes).digest('hex'),
    lines,
    text: ([first, last]) => `${lines.slice(first - 1, last).join('\n')}\n`,
  };
}

/** Says as loudly as a test run can that the samples were not tried. */
export function warnOfMissingPage(): void {
  const sentence = `The page's own samples were NOT run: there is no ${pagePlace}. Put a copy of the page there, or name one by IRANDARGAH_PAGE.`;
  const line = '!'.repeat(100);
  process.stderr.write(`\n${line}\n${sentence}\n${line}\n\n`);
  if (process.env.GITHUB_ACTIONS) process.stdout.write(`::warning title=Samples not run::${sentence}\n`);
}
