// Leaves out on what each rule rests: that stands in the strict document, whose rules it is about.
import { basisExtension } from '../../../foundation/reader/basis.ts';
import { onCopy } from './step.ts';

function dropFrom(node: unknown): void {
  if (typeof node !== 'object' || node === null) return;
  delete (node as Record<string, unknown>)[basisExtension];
  for (const child of Object.values(node)) dropFrom(child);
}

export const dropBasis = onCopy(dropFrom);
