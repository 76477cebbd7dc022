// Says on what a rule of the demanded contract rests: what a dialect has changed rests on the decisions that it takes otherwise.
import { isDeepStrictEqual } from 'node:util';
import { type Basis, basisOf } from '../../../foundation/reader/basis.ts';
import { standardBundle } from './bundle.ts';
import { demanded } from './demanded.ts';
import { demandedDecisions } from './dialects.ts';
import { contract } from './document.ts';

const standard = demanded().length === 0 ? contract : standardBundle('en');
const taken: Basis = { kind: 'decision', decisions: demandedDecisions() };

/** What stands at a pointer; an entry of a list is named by its value. */
function valueAt(document: unknown, pointer: string): unknown {
  let found = document;
  for (const segment of pointer.split('/').slice(1)) {
    const name = segment.replaceAll('~1', '/').replaceAll('~0', '~');
    if (typeof found !== 'object' || found === null) return undefined;
    found =
      Array.isArray(found) && !(name in found)
        ? found.find((entry) => String(entry) === name)
        : (found as Record<string, unknown>)[name];
  }
  return found;
}

/** The basis of a rule of the contract. @param pointer JSON pointer into the bundle, as `basisOf` takes it */
export function basisOfRule(pointer: string): Basis {
  const isChanged =
    standard !== contract && !isDeepStrictEqual(valueAt(standard, pointer), valueAt(contract, pointer));
  return isChanged ? taken : basisOf(contract, pointer);
}
