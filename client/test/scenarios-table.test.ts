// The table of scenarios has a row for each of them and a column for each language. UPDATE_TABLES=1 writes it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from '../../foundation/reader/paths.ts';
import { drivers } from './heavy/drivers/index.ts';
import { scenarios } from './scenarios/stories/index.ts';
import { scenarioTable, tableFile, withTable } from './scenarios/table.ts';

const file = join(root, tableFile);

it('shows every scenario in every language', () => {
  const others = drivers.map(({ label, without = {} }) => [label, without] as const);
  const table = scenarioTable({ TypeScript: {}, ...Object.fromEntries(others) });
  const document = readFileSync(file, 'utf8');
  if (process.env.UPDATE_TABLES) writeFileSync(file, withTable(document, table));
  expect(readFileSync(file, 'utf8'), 'run it with UPDATE_TABLES=1').toBe(withTable(document, table));
});

it('has no two scenarios of one name, and no exception for one that does not exist', () => {
  const names = Object.values(scenarios).flatMap((stories) => stories.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
  for (const { without = {} } of drivers) expect(names).toEqual(expect.arrayContaining(Object.keys(without)));
});
