// Compares the contract with its last release: a change needs the version number that its weight demands.
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generatedFolder, root } from './paths.ts';
import { redocly } from './redocly.ts';

/** The contract as it was released last; `npm run release:contract` replaces it. */
export const releasedContract = join(root, 'openapi/released/openapi.yaml');

interface DiffReport {
  infoVersions: { base: string; revision: string };
  bump: 'major' | 'minor' | 'patch' | 'none' | null;
  changes: {
    impact: string;
    verdicts: { message: string; location: { file: string; line: number } }[];
  }[];
}

/**
 * Compares two descriptions by the rules of semantic versioning.
 * @returns one line for each change that the version number does not announce; none when all is well.
 */
export async function unannouncedChanges(base: string, revision: string): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'irandargah-diff-'));
  const file = join(folder, 'report.json');
  try {
    const flags = ['--check-version', '--fail-on=none', '--format=json', `--output=${file}`];
    const run = await redocly('diff', base, revision, ...flags);
    if (run.code === 0) return [];
    const report = JSON.parse(await readFile(file, 'utf8').catch(() => '{}')) as Partial<DiffReport>;
    if (!report.changes) return [`redocly diff gave no report: ${run.stderr.trim()}`];
    const versions = report.infoVersions;
    return [
      `The changes are ${report.bump}, but the version went from ${versions?.base} to ${versions?.revision}. ` +
        'Raise info.version in openapi/openapi.yaml, and write the change into CHANGELOG.md.',
      ...report.changes.flatMap(({ impact, verdicts }) =>
        verdicts.map(({ message }) => `${impact}: ${message}`),
      ),
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The changes of the generated contract against the last release. */
export function changesSinceRelease(): Promise<string[]> {
  return unannouncedChanges(releasedContract, join(generatedFolder, 'openapi.en.yaml'));
}
