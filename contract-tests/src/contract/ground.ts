// Says on what a rule of the demanded contract rests: what a dialect has changed rests on the decisions that it takes otherwise.
import { isDeepStrictEqual } from 'node:util';
import { type Basis, basisOf } from '../../../foundation/reader/basis.ts';
import { nodeAt } from '../../../foundation/reader/pointers.ts';
import { standardBundle } from './bundle.ts';
import { demanded } from './demanded.ts';
import { demandedDecisions } from './dialects.ts';
import { contract } from './document.ts';

const standard = demanded().length === 0 ? contract : standardBundle('en');
const taken: Basis = { kind: 'decision', decisions: demandedDecisions() };

/** In a pointer to a rule, an entry of a list is named by its value. */
const ruleBelow = (node: object, name: string): unknown =>
  Array.isArray(node) && !(name in node)
    ? node.find((entry) => String(entry) === name)
    : (node as Record<string, unknown>)[name];

/** The basis of a rule of the contract. @param pointer JSON pointer into the bundle, as `basisOf` takes it */
export function basisOfRule(pointer: string): Basis {
  const ruleIn = (document: unknown) => nodeAt(document, pointer, ruleBelow);
  const isChanged = standard !== contract && !isDeepStrictEqual(ruleIn(standard), ruleIn(contract));
  return isChanged ? taken : basisOf(contract, pointer);
}
