// Says of every received integer that it has 64 bits: without that, generators take 32, and a larger one is an error.
import { schemasOf } from './places.ts';
import { onCopy } from './step.ts';

export const sizeIntegers = onCopy((document) => {
  for (const { node } of schemasOf(document, 'received')) {
    if ([node.type].flat().includes('integer')) node.format ??= 'int64';
  }
});
