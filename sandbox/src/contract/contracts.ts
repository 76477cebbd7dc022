// Gives each terminal its contract: that of its dialects, or of the sandbox's where it has chosen none.

import { allDialects } from '../../../foundation/dialects/catalogue.ts';
import { type Contract, standardContract } from './contract.ts';

export interface Contracts {
  /** Of requests that belong to no terminal, and of terminals that have not chosen. */
  byDefault: Contract;
  /** @param chosen what the terminal's row holds: a JSON list of names, or null. */
  of: (chosen: string | null) => Contract | Promise<Contract>;
}

/** Each is a document with its validators, so that only those that were made last are kept. */
const most = 40;
const made = new Map<string, Contract | Promise<Contract>>();

/** The contract of a set of dialects; whoever speaks none pays nothing for them. */
export function contractOf(names: readonly string[]): Contract | Promise<Contract> {
  if (names.length === 0) return standardContract;
  const key = names.join(' ');
  const known = made.get(key);
  if (known) return known;
  // Loaded when it is first needed, so that a sandbox without dialects starts no later.
  const making = import('./spoken.ts').then(({ contractSpeaking }) => {
    const contract = contractSpeaking(names);
    made.set(key, contract);
    return contract;
  });
  making.catch(() => made.delete(key));
  const [oldest] = made.keys();
  if (made.size >= most && oldest !== undefined) made.delete(oldest);
  made.set(key, making);
  return making;
}

/**
 * @param defaults the sandbox's own dialects.
 * @throws UnknownDialect
 */
export async function contractsWith(defaults: readonly string[]): Promise<Contracts> {
  const byDefault = await contractOf(defaults);
  return {
    byDefault,
    of: (chosen) => {
      if (chosen === null) return byDefault;
      // A later version of the sandbox may have written a name that this one does not know.
      const names = (JSON.parse(chosen) as string[]).filter((name) => Object.hasOwn(allDialects(), name));
      return contractOf(names);
    },
  };
}
