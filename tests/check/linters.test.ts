// The linters of others: that a finding would be told, and that every kind of IBM's has its explanation.
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { generatedFolder, root } from '../../foundation/reader/paths.ts';
import { explainedIn, linterPages, unexplained } from '../../scripts/check/linters/ibm.ts';
import { leastScore, scoreOf } from '../../scripts/check/linters/score.ts';
import { spectralFindings } from '../../scripts/check/linters/spectral.ts';

const page = (file: string) => readFileSync(join(root, file), 'utf8');

describe("IBM's validator", () => {
  const explanation = '| Kind | Why |\n| --- | --- |\n| `one` | Because. |\n| `two` | Because. |\n';
  it.each<[string, [string, number][], string[]]>([
    [
      'all is well',
      [
        ['one', 1],
        ['two', 2],
      ],
      [],
    ],
    [
      'a kind has no explanation',
      [
        ['one', 1],
        ['two', 2],
        ['three', 3],
      ],
      ['three comes 3 times, and is not explained'],
    ],
    ['a kind comes no more', [['one', 1]], ['two is explained, but comes no more']],
  ])('is answered: %s', (_, kinds, findings) => {
    expect(unexplained(new Map(kinds), explanation)).toEqual(findings);
  });
  it('is answered alike in both languages', () => {
    expect(explainedIn(page(linterPages.fa))).toEqual(explainedIn(page(linterPages.en)));
  });
});

it('Spectral tells where something is wrong', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'irandargah-spectral-'));
  try {
    const file = join(folder, 'broken.json');
    await writeFile(
      file,
      JSON.stringify({ openapi: '3.1.1', info: { title: 'Broken', version: '1' }, paths: {} }),
    );
    expect(await spectralFindings(file)).toContainEqual(
      expect.stringMatching(/^#\/info .*\(info-contact\)$/),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('the pages say the score that the contract has', async () => {
  const score = await scoreOf(join(generatedFolder, 'openapi.en.yaml'));
  expect(score).toBeGreaterThanOrEqual(leastScore);
  expect(page(linterPages.en)).toContain(`gives the document ${score} of 100`);
  expect(page(linterPages.fa)).toContain(`امتیاز ${score} `);
});
