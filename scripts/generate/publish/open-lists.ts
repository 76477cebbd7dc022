// Turns the closed lists of answers into open ones: the values of today are named, and new ones may come.

import type { Schema } from '../../../foundation/reader/document.ts';
import { schemasOf } from './places.ts';
import { onCopy } from './step.ts';

/** The extension that names the values known today; generators that know it keep the type open. */
export const knownValues = 'x-extensible-enum';

const typeOfValue = (value: unknown) => (typeof value === 'number' ? 'integer' : (typeof value as string));

/** Extensions that explain values one by one; they may know more of them than a condition lists. */
const explaining = ['x-enum-descriptions', 'x-callback-messages'] as const;

/** The values that a schema lists, or that it lists for a part of them and explains; undefined when it lists none. */
function listedBy(schema: Schema): unknown[] | undefined {
  if (schema.enum) return schema.enum;
  const { enum: some } = (schema.then ?? {}) as Schema;
  if (!some) return undefined;
  const explained = explaining.flatMap((extension) => Object.keys((schema[extension] ?? {}) as object));
  const asListed = (name: string) => (typeof some[0] === 'number' ? Number(name) : name);
  return [...new Set([...some, ...explained.map(asListed)])];
}

/** `null` is no member of the list: it stays in the type. */
export const openLists = onCopy((document) => {
  for (const { node } of schemasOf(document, 'received')) {
    const listed = listedBy(node);
    if (!listed) continue;
    const values = listed.filter((value) => value !== null);
    node.type ??= typeOfValue(values[0]);
    node[knownValues] = values;
    delete node.enum;
  }
});
