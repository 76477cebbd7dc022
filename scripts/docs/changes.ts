// Asks `redocly diff` what has changed in the contract since its last release.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { namesOf } from '../../foundation/reader/pointers.ts';
import { redocly } from '../../foundation/reader/redocly.ts';
import { releasedContract } from '../../foundation/reader/released.ts';

interface Change {
  impact: 'major' | 'minor' | 'patch';
  kind: 'added' | 'removed' | 'modified';
  /** Where in the document, for people: the steps of the pointer, unescaped. */
  place: string[];
  /** The values before and after, where they are short enough to be shown. */
  before?: string;
  after?: string;
}

export interface Changes {
  from: string;
  to: string;
  list: Change[];
}

interface Side {
  value?: unknown;
}

interface Report {
  infoVersions: { base: string; revision: string };
  changes: (Pick<Change, 'impact' | 'kind'> & {
    path: string;
    property?: string;
    base?: Side;
    revision?: Side;
  })[];
}

const longestValue = 60;

const shown = (side: Side | undefined): string | undefined => {
  if (side?.value === undefined || typeof side.value === 'object') return undefined;
  const text = String(side.value);
  return text.length <= longestValue ? text : undefined;
};

/**
 * The changes between a released contract and a newer one.
 * @returns undefined when nothing has been released yet
 * @throws Error with what the CLI wrote, when it gives no report
 */
export async function changesSince(
  contract: string,
  released: string = releasedContract,
): Promise<Changes | undefined> {
  if (!existsSync(released)) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'irandargah-changes-'));
  try {
    const output = join(folder, 'report.json');
    const run = await redocly(
      'diff',
      released,
      contract,
      '--fail-on=none',
      '--format=json',
      `--output=${output}`,
    );
    const text = await readFile(output, 'utf8').catch(() => {
      throw new Error(`redocly diff gave no report: ${run.stderr.trim()}`);
    });
    const report = JSON.parse(text) as Report;
    return {
      from: report.infoVersions.base,
      to: report.infoVersions.revision,
      list: report.changes.map(({ impact, kind, path, property, base, revision }) => ({
        impact,
        kind,
        place: [...namesOf(path), ...(property ? [property] : [])],
        before: shown(base),
        after: shown(revision),
      })),
    };
  } finally {
    await rm(folder, { recursive: true });
  }
}
