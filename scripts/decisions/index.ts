// Writes the table of docs/decisions/README.md from the decisions' front matter, and with --write also the places that
// each decision governs, from the marks of the contract; with --check it only compares both.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ContractDocument } from '../generate/document.ts';
import { generatedFolder } from '../generate/paths.ts';
import { basisFindings, governedPlaces, writeGoverns } from './governs.ts';
import { readDecisions } from './read.ts';
import { renderTable, replaceTable } from './table.ts';

const folder = join(import.meta.dirname, '../../docs/decisions');
const readmeFile = join(folder, 'README.md');
const contract = JSON.parse(
  readFileSync(join(generatedFolder, 'strict.en.json'), 'utf8'),
) as ContractDocument;

try {
  if (process.argv.includes('--write')) {
    const places = governedPlaces(contract);
    for (const { id, file } of readDecisions(folder)) {
      const path = join(folder, file);
      writeFileSync(path, writeGoverns(readFileSync(path, 'utf8'), places.get(id) ?? []));
    }
  }
  const decisions = readDecisions(folder);
  const current = readFileSync(readmeFile, 'utf8');
  const wanted = replaceTable(current, renderTable(decisions));
  const isCheck = process.argv.includes('--check');
  if (!isCheck && wanted !== current) writeFileSync(readmeFile, wanted);
  const faults = [
    ...(isCheck && wanted !== current ? ['docs/decisions/README.md is stale. Run: npm run decisions'] : []),
    ...basisFindings(contract, decisions),
  ];
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else
    console.log(
      `docs/decisions/README.md lists ${decisions.length} decisions, which fit the marks of the contract.`,
    );
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
