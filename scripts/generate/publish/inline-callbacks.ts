// Puts callbacks into the operations that cause them: several generators refuse a callback by reference.
import { operationsOf, type PathItem, resolve } from '../../../foundation/reader/document.ts';
import { onCopy } from './step.ts';

export const inlineCallbacks = onCopy((document) => {
  for (const { operation } of operationsOf(document)) {
    const callbacks = Object.entries(operation.callbacks ?? {});
    if (callbacks.length === 0) continue;
    operation.callbacks = Object.fromEntries(
      callbacks.map(([name, node]) => [
        name,
        structuredClone(resolve<Record<string, PathItem>>(document, node)),
      ]),
    );
  }
  delete document.components.callbacks;
});
