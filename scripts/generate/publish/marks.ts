// Keeps the marks of a rule's basis true while the rules change.
import { type BasisMark, basisExtension } from '../basis.ts';
import type { Schema } from '../document.ts';
import { nodeAt, schemasOf } from './places.ts';
import { onCopy } from './step.ts';

const entriesOf = (node: Schema) => {
  const mark = node[basisExtension] as BasisMark | undefined;
  return typeof mark === 'object' ? Object.entries(mark) : [];
};

/** Lets the marks of a rule follow it to its new keyword in the same schema. */
export function renameMark(node: Schema, from: string, to: string): void {
  const entries = entriesOf(node);
  if (entries.length === 0) return;
  node[basisExtension] = Object.fromEntries(
    entries.map(([key, basis]) => [
      key === from || key.startsWith(`${from}/`) ? to + key.slice(from.length) : key,
      basis,
    ]),
  );
}

/** Whether a rule still stands below a node; an entry of a list is named by its value. */
function stands(node: Schema, rule: string): boolean {
  if (nodeAt(node, `#/${rule}`) !== undefined) return true;
  const [, list, value] = /^(.*)\/([^/]*)$/.exec(rule) ?? [];
  const values = list === undefined ? undefined : nodeAt(node, `#/${list}`);
  return Array.isArray(values) && values.some((one) => String(one) === value);
}

/** Removes the marks of rules that an answer no longer has. */
export const dropIdleMarks = onCopy((document) => {
  for (const { node } of schemasOf(document, 'received')) {
    const entries = entriesOf(node);
    if (entries.length === 0) continue;
    const kept = entries.filter(([rule]) => stands(node, rule));
    if (kept.length > 0) node[basisExtension] = Object.fromEntries(kept);
    else delete node[basisExtension];
  }
});
