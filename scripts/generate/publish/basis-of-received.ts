// Looks up on what a rule of an answer rests, also where the answer has a name of its own for what is shared.
import { type Basis, basisOf } from '../basis.ts';
import type { ContractDocument } from '../document.ts';
import { originOf } from './separate-received.ts';

/** The basis of a rule; a twin rests on what its original rests on, wherever the marks of that are written. */
export const basisOfReceived = (document: ContractDocument, pointer: string): Basis =>
  basisOf(document, originOf(document, pointer));
