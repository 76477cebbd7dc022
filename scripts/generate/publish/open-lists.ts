// Turns the closed lists of answers into open ones: the values of today are named, and new ones may come.

import { renameMark } from './marks.ts';
import { schemasOf } from './places.ts';
import { onCopy } from './step.ts';

/** The extension that names the values known today; generators that know it keep the type open. */
export const knownValues = 'x-extensible-enum';

const typeOfValue = (value: unknown) => (typeof value === 'number' ? 'integer' : (typeof value as string));

/** `null` is no member of the list: it stays in the type. */
export const openLists = onCopy((document) => {
  for (const { node } of schemasOf(document, 'received')) {
    if (!node.enum) continue;
    const values = node.enum.filter((value) => value !== null);
    node.type ??= typeOfValue(values[0]);
    node[knownValues] = values;
    delete node.enum;
    renameMark(node, 'enum', knownValues);
  }
});
