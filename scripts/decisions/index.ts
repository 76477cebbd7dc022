// Writes the tables of docs/decisions/README.md and sandbox/README.md from the decisions and dialects, and with --write also the places that
// each decision governs, from the marks of the contract; with --check it only compares both.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../foundation/commands/command.ts';
import { type Decision, readDecisions } from '../../foundation/reader/decisions.ts';
import type { ContractDocument } from '../../foundation/reader/document.ts';
import { generatedFolder, root } from '../../foundation/reader/paths.ts';
import { basisFindings, governedPlaces, writeGoverns } from './governs.ts';
import { renderDialects, renderTable, replaceTable } from './table.ts';

const folder = join(import.meta.dirname, '../../docs/decisions');
/** Each README with a table, and how it is written anew. */
const readmes: [file: string, rewrite: (text: string, decisions: readonly Decision[]) => string][] = [
  ['docs/decisions/README.md', (text, decisions) => replaceTable(text, renderTable(decisions))],
  [
    'sandbox/README.md',
    (text, decisions) => replaceTable(text, renderDialects(decisions, '../docs/decisions'), 'dialects'),
  ],
];
const contract = JSON.parse(
  readFileSync(join(generatedFolder, 'strict.en.json'), 'utf8'),
) as ContractDocument;

const usage = `Usage:
  npm run decisions              write the tables
  npm run decisions -- --write   write also the places that each decision governs
  npm run decisions -- --check   only compare`;
const options = {
  write: { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
} as const;

await runCommand({ usage, options }, (wanted) => {
  if (wanted.write) {
    const places = governedPlaces(contract);
    for (const { id, file } of readDecisions(folder)) {
      const path = join(folder, file);
      writeFileSync(path, writeGoverns(readFileSync(path, 'utf8'), places.get(id) ?? []));
    }
  }
  const decisions = readDecisions(folder);
  const stale = readmes.filter(([file, rewrite]) => {
    const path = join(root, file);
    const current = readFileSync(path, 'utf8');
    const fresh = rewrite(current, decisions);
    if (!wanted.check && fresh !== current) writeFileSync(path, fresh);
    return wanted.check && fresh !== current;
  });
  const faults = [
    ...stale.map(([file]) => `${file} is stale. Run: npm run decisions`),
    ...basisFindings(contract, decisions),
  ];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) return 1;
  console.log(
    `docs/decisions/README.md lists ${decisions.length} decisions, which fit the marks of the contract.`,
  );
  return 0;
});
