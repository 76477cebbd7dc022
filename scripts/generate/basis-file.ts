// Writes down on what every rule of the contract rests, and how many there are of each kind.
import { type Basis, basisOf } from '../../foundation/reader/basis.ts';
import type { ContractDocument } from '../../foundation/reader/document.ts';
import { rulesOf } from './rules.ts';

/** The content of generated/basis.json. */
export interface BasisFile {
  /** How many rules the page states, how many only an example shows, how many a decision assumes. */
  counts: Record<Basis['kind'], number>;
  /** Every rule that the page does not state, by its pointer into the strict bundle: `decision 2`, `example 341-345`. */
  rules: Record<string, string>;
}

/** Goes through every rule of the strict bundle. */
export function basisFile(document: ContractDocument): BasisFile {
  const file: BasisFile = { counts: { stated: 0, example: 0, decision: 0 }, rules: {} };
  for (const pointer of rulesOf(document)) {
    const basis = basisOf(document, pointer);
    file.counts[basis.kind] += 1;
    if (basis.kind === 'example') file.rules[pointer] = `example ${basis.lines}`;
    if (basis.kind === 'decision') file.rules[pointer] = `decision ${basis.decisions.join(', ')}`;
  }
  return file;
}

/** The counts as one line for people. */
export function countsLine({ stated, example, decision }: BasisFile['counts']): string {
  return `${stated + example + decision} rules: ${stated} stated by the page, ${example} from its examples, ${decision} assumed.`;
}
