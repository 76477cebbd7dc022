// Writes the table of docs/decisions/README.md from the decisions' front matter; with --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDecisions } from './read.ts';
import { renderTable, replaceTable } from './table.ts';

const folder = join(import.meta.dirname, '../../docs/decisions');
const readmeFile = join(folder, 'README.md');

try {
  const decisions = readDecisions(folder);
  const current = readFileSync(readmeFile, 'utf8');
  const wanted = replaceTable(current, renderTable(decisions));
  if (!process.argv.includes('--check')) {
    if (wanted !== current) writeFileSync(readmeFile, wanted);
    console.log(`docs/decisions/README.md lists ${decisions.length} decisions.`);
  } else if (wanted === current) {
    console.log(`docs/decisions/README.md is current (${decisions.length} decisions).`);
  } else {
    console.error('docs/decisions/README.md is stale. Run: npm run decisions');
    process.exitCode = 1;
  }
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
