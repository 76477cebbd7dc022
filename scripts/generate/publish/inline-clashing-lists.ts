// Puts a closed list of values that another list has as well into the requests that use it: in Go the names of values
// are names of the package, so two types cannot both have them.
import type { ContractDocument, Schema } from '../../../foundation/reader/document.ts';
import { schemasOf } from './places.ts';
import { onCopy } from './step.ts';

const namedLists = ({ components: { schemas } }: ContractDocument) =>
  Object.entries(schemas)
    .filter(([, { enum: values }]) => values)
    .sort(([, one], [, other]) => (other.enum?.length ?? 0) - (one.enum?.length ?? 0));

/** The names of the lists that share a value with a longer one. */
function clashing(document: ContractDocument): Set<string> {
  const taken = new Set<unknown>();
  const found = new Set<string>();
  for (const [name, { enum: values = [] }] of namedLists(document)) {
    if (values.some((value) => taken.has(value))) found.add(`#/components/schemas/${name}`);
    else for (const value of values) taken.add(value);
  }
  return found;
}

export const inlineClashingLists = onCopy((document) => {
  const inlined = clashing(document);
  for (const { node } of schemasOf(document, 'sent')) {
    const { $ref, ...own } = node;
    if (!$ref || !inlined.has($ref)) continue;
    delete node.$ref;
    const list = document.components.schemas[$ref.slice('#/components/schemas/'.length)] as Schema;
    Object.assign(node, structuredClone(list), own);
  }
});
