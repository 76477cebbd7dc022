// Removes the schemas that nothing refers to any more, and the ways to authenticate that no operation accepts.
import { operationsOf } from '../../../foundation/reader/document.ts';
import { onCopy } from './step.ts';

/** All references in a part of the document, those inside examples and extensions included. */
function referencesIn(node: unknown, found: Set<string>): Set<string> {
  if (typeof node === 'object' && node !== null) {
    const { $ref } = node as { $ref?: unknown };
    if (typeof $ref === 'string') found.add($ref);
    for (const child of Object.values(node)) referencesIn(child, found);
  }
  return found;
}

export const dropUnused = onCopy((document) => {
  const { schemas, ...components } = document.components;
  const used = referencesIn({ ...document, components }, new Set());
  const pointer = (name: string) => `#/components/schemas/${name}`;
  const reached = new Set<string>();
  const reach = (references: Set<string>) => {
    for (const [name, schema] of Object.entries(schemas)) {
      if (reached.has(name) || !references.has(pointer(name))) continue;
      reached.add(name);
      reach(referencesIn(schema, new Set()));
    }
  };
  reach(used);
  document.components.schemas = Object.fromEntries(
    Object.entries(schemas).filter(([name]) => reached.has(name)),
  );
  const operations = operationsOf(document).map(({ operation }) => operation);
  const accepted = new Set(
    [document, ...operations].flatMap(({ security }) => ((security ?? []) as object[]).flatMap(Object.keys)),
  );
  document.components.securitySchemes = Object.fromEntries(
    Object.entries(document.components.securitySchemes ?? {}).filter(([name]) => accepted.has(name)),
  );
});
