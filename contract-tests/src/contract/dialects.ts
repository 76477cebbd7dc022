// The dialects that may be demanded of a server: the names, and the contract as a gateway of them would keep it.
import { expanded, UnknownDialect } from '../../../sandbox/src/contract/dialects.ts';
import { speaking } from '../../../sandbox/src/contract/speaking.ts';
import { demanded } from './demanded.ts';

export { UnknownDialect };

/** @throws UnknownDialect with the list of names */
export function checkedDialect(name: string): string {
  expanded([name]);
  return name;
}

/** The contract in the dialects that are demanded. */
export function inDemandedDialects<T>(document: T): T {
  return demanded().length === 0 ? document : speaking(document, demanded()).document;
}
