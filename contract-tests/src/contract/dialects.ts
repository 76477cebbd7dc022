// The dialects that may be demanded of a server: the names, and the contract as a gateway of them would keep it.
import { expanded, sendingsOf, UnknownDialect } from '../../../foundation/dialects/catalogue.ts';
import { type Sendings, sendingsFrom } from '../../../foundation/dialects/sendings.ts';
import { speaking } from '../../../foundation/dialects/speaking.ts';
import { demanded } from './demanded.ts';

export { UnknownDialect };

/** @throws UnknownDialect with the list of names */
export function checkedDialect(name: string): string {
  expanded([name]);
  return name;
}

/** The decisions that a gateway of the demanded dialects takes otherwise. */
export const demandedDecisions = (): number[] => [
  ...new Set(expanded(demanded()).flatMap((dialect) => dialect['x-dialect'].decisions)),
];

/** What a gateway of the demanded dialects sends otherwise, beyond what their rules say; undefined when nothing. */
export const demandedSendings = (): Sendings | undefined => sendingsFrom(sendingsOf(demanded()));

/** The contract in the dialects that are demanded. */
export function inDemandedDialects<T>(document: T): T {
  return demanded().length === 0 ? document : speaking(document, demanded()).document;
}
