// Turns the remaining constants of answers into plain types: generators make enums of them that fail on any other value.
import { knownValues } from './open-lists.ts';
import { schemasOf } from './places.ts';
import { onCopy } from './step.ts';

const typeOfValue = (value: unknown) => (typeof value === 'number' ? 'integer' : (typeof value as string));

/** A truth value loses its constant; a code or a name becomes a list of one known value. */
export const plainConstants = onCopy((document) => {
  for (const { node } of schemasOf(document, 'received')) {
    const { const: value } = node;
    if (value === undefined) continue;
    node.type ??= typeOfValue(value);
    delete node.const;
    if (typeof value !== 'boolean') node[knownValues] = [value];
  }
});
