// Looks up on what a rule of an answer rests, also where the answer has a name of its own for what is shared.
import { type Basis, basisOf } from '../../../foundation/reader/basis.ts';
import type { ContractDocument } from '../../../foundation/reader/document.ts';
import { originOf } from './separate-received.ts';

/** The basis of a rule; a twin rests on what its original rests on, wherever the marks of that are written. */
export const basisOfReceived = (document: ContractDocument, pointer: string): Basis =>
  basisOf(document, originOf(document, pointer));
