// The table of what the clients make of odd answers is about the answers of today, and hides no failure.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../foundation/reader/paths.ts';
import { oddAnswers } from './heavy/tolerance/answers.ts';
import { outcomeTable, tableFile, withTable } from './heavy/tolerance/table.ts';

it('has a row for each odd answer, and in each language the outcome that is expected', () => {
  const languages = ['PHP', 'Python', 'Go', 'Java', 'C#', 'TypeScript'];
  const expected = languages.map((language) => [language, oddAnswers.map(({ told }) => told)]);
  const document = readFileSync(join(root, tableFile), 'utf8');
  const table = outcomeTable(oddAnswers, Object.fromEntries(expected));
  expect(document, 'run the heavy tests with UPDATE_TABLES=1').toBe(withTable(document, table));
});
