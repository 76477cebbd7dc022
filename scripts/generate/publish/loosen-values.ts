// Lets the values of answers be whatever their type allows: limits become information, texts become examples.
import { under } from '../../../foundation/reader/pointers.ts';
import { basisOfReceived } from './basis-of-received.ts';
import { schemasOf } from './places.ts';
import { onCopy } from './step.ts';

/** The extension that tells what holds of a value today, for people; nothing is to be refused by it. */
export const limitsExtension = 'x-limits';

const limits = [
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
] as const;

/** A value for programs has no blanks and only Latin letters; anything else is a sentence for people. */
const isSentence = (value: unknown) => typeof value === 'string' && !/^[\w./+-]+$/.test(value);

/** What rests on a decision goes away altogether: nobody knows whether it holds. */
export const loosenValues = onCopy((document) => {
  for (const { node, pointer } of schemasOf(document, 'received')) {
    const kept: Record<string, unknown> = {};
    for (const keyword of limits) {
      if (node[keyword] === undefined) continue;
      const isAssumed = basisOfReceived(document, under(pointer, keyword)).kind === 'decision';
      if (!isAssumed) kept[keyword] = node[keyword];
      delete node[keyword];
    }
    if (Object.keys(kept).length > 0) node[limitsExtension] = kept;
    if (isSentence(node.const)) {
      node.type ??= 'string';
      node.examples = [node.const];
      delete node.const;
    }
  }
});
