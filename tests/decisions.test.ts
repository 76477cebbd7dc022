// The decisions can be trusted as a register: complete in both languages, numbered, and tied to the contract.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Decision, parseDecision, readDecisions } from '../foundation/reader/decisions.ts';
import { nodeAt } from '../foundation/reader/pointers.ts';
import { lastLine } from '../scripts/decisions/governs.ts';
import { renderTable, replaceTable } from '../scripts/decisions/table.ts';

const root = join(import.meta.dirname, '..');
const folder = join(root, 'docs/decisions');
const decisions = readDecisions(folder);
const contract = JSON.parse(readFileSync(join(root, 'generated/strict.en.json'), 'utf8'));

const widest = 200;
const sections = ['Question', 'What the documentation says', 'Decision', 'Consequence'];

/** Every operationId, every webhook and every extension that the contract has. */
const names = new Set<string>(Object.keys(contract.webhooks));
collectNames(contract);

function collectNames(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, value] of Object.entries(node)) {
    if (key.startsWith('x-')) names.add(key);
    if (key === 'operationId') names.add(value);
    collectNames(value);
  }
}

function isInContract(reference: string): boolean {
  if (!reference.startsWith('#/')) return names.has(reference);
  return nodeAt(contract, reference) !== undefined;
}

function faultsOf({ file, body, source, contract: references }: Decision): string[] {
  const text = readFileSync(join(folder, file), 'utf8');
  const heads = [...body.matchAll(/^## (.+)$/gm)].map(([, head]) => head);
  return [
    ...sections.filter((section) => !heads.includes(section)).map((section) => `no section "${section}"`),
    ...text
      .split('\n')
      .flatMap((line, index) => (line.length > widest ? [`line ${index + 1} is too wide`] : [])),
    ...source
      .filter((range) => Number(range.split('-').at(-1)) > lastLine)
      .map((range) => `${range} is past the end`),
    ...references
      .filter((reference) => !isInContract(reference))
      .map((reference) => `no ${reference} in the contract`),
  ];
}

/** What a careful Persian writer would not leave standing: Arabic letters, and a blank where a half-space belongs. */
const persianSlips = /[يكىةﻻ]|(^|\s)ن?می\s|\s(ها|های|هایی)(\s|$)|[۰-۹]\s+%/;

describe('the decisions', () => {
  it('are numbered without a gap, and every Markdown file is one of them', () => {
    expect(decisions.map(({ id }) => id)).toEqual(decisions.map((_, index) => index + 1));
    const files = readdirSync(folder).filter((file) => file !== 'README.md');
    expect(files.sort()).toEqual(decisions.map(({ file }) => file));
  });

  it.each(decisions)('$id ($title.en) has its sections, and its references exist', (decision) => {
    expect(faultsOf(decision)).toEqual([]);
  });

  it.each(decisions)('$id speaks Persian in its Persian texts', ({ title, summary }) => {
    for (const text of [title.fa, summary.fa]) {
      expect(text).toMatch(/[آ-ی]{2}/);
      expect(text).not.toMatch(persianSlips);
    }
  });

  it('refer only to decisions that exist', () => {
    const numbers = decisions.flatMap(({ body }) =>
      [...body.matchAll(/\bdecision (\d+)/g)].map(([, n]) => Number(n)),
    );
    expect(numbers.filter((number) => !decisions.some(({ id }) => id === number))).toEqual([]);
  });

  it('stand in the README as their front matter has them', () => {
    const readme = readFileSync(join(folder, 'README.md'), 'utf8');
    expect(replaceTable(readme, renderTable(decisions))).toBe(readme);
  });
});

describe('a decision file is refused', () => {
  const good = [
    '---',
    'id: 1',
    'title: { en: Which one?, fa: کدام؟ }',
    'summary: { en: This one., fa: این یکی. }',
    'source: ["1-2"]',
    'contract: [getPayment]',
    'governs: []',
    'status: accepted',
    '---',
    '# 1. Which one?',
    '',
  ].join('\n');

  it('not when it is complete', () => {
    expect(parseDecision('0001-which.md', good)).toMatchObject({ id: 1, summary: { fa: 'این یکی.' } });
  });

  it.each([
    ['without front matter', good.replace('---', ''), 'front matter'],
    ['whose front matter is not YAML', good.replace('id: 1', 'id: [1'), 'not YAML'],
    ['whose number is not that of its name', good.replace('id: 1', 'id: 2'), '"id"'],
    ['without a Persian title', good.replace(', fa: کدام؟', ''), '"title"'],
    ['without a Persian summary', good.replace(', fa: این یکی.', ''), '"summary"'],
    ['without a source', good.replace('source: ["1-2"]', 'source: []'), '"source"'],
    ['whose lines run backwards', good.replace('1-2', '2-1'), '"2-1"'],
    ['that touches nothing in the contract', good.replace('contract: [getPayment]', ''), '"contract"'],
    ['that does not say which places it governs', good.replace('governs: []\n', ''), '"governs"'],
    ['that is not accepted', good.replace('accepted', 'proposed'), 'status'],
  ])('%s', (_, text, fault) => {
    expect(() => parseDecision('0001-which.md', text)).toThrow(fault);
  });
});

describe('the table', () => {
  const decision = { ...(decisions[0] as Decision), title: { en: 'A | B?', fa: 'الف' } };

  it('escapes what would break a row', () => {
    expect(renderTable([decision])).toContain('A \\| B?');
  });

  it.each([['no marker'], ['<!-- decisions:end -->']])('is not written into a README with %s', (readme) => {
    expect(() => replaceTable(readme, '')).toThrow('exactly once');
  });
});
