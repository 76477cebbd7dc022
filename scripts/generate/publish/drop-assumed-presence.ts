// Makes optional what an answer is only assumed to have always: a reader must not fail when it is not there.

import type { Basis } from '../../../foundation/reader/basis.ts';
import type { ContractDocument, Schema } from '../../../foundation/reader/document.ts';
import { nodeAt, under } from '../../../foundation/reader/pointers.ts';
import { basisOfReceived } from './basis-of-received.ts';
import { carriersOf, type Placed, schemasOf } from './places.ts';
import { onCopy } from './step.ts';

/** What a reader looks at first; without them nothing else in an answer could be read. */
const envelope = new Set(['success', 'data', 'error']);

/** Facts about an answer, not about money: nobody should depend on them, so an example is no promise here. */
const isMeta = (pointer: string) => /(^|\/)meta$/.test(pointer);

const assumed = ({ kind }: Basis) => kind === 'decision';

/** Pointers of the schemas that stand in a field `meta`, by reference or at the place. */
function metaObjects(schemas: Placed<Schema>[]): Set<string> {
  return new Set(
    schemas
      .filter(({ pointer }) => isMeta(pointer))
      .flatMap(({ node, pointer }) => [pointer, ...(node.$ref ? [node.$ref] : [])]),
  );
}

/**
 * A field that may also be null; a reference to a plain value is replaced by that value. A list of values keeps its
 * name, which generators need for its type.
 */
function nullable(document: ContractDocument, field: Schema): Schema {
  const { $ref, ...own } = field;
  const whole: Schema = $ref ? { ...(nodeAt(document, $ref) as Schema), ...own } : field;
  if (whole.$ref) return nullable(document, whole);
  const types = [whole.type ?? []].flat();
  const isPlain = types.length > 0 && !whole.enum && !types.includes('object') && !types.includes('array');
  if (!isPlain) return field;
  return types.includes('null') ? whole : { ...whole, type: [...types, 'null'] };
}

/**
 * Drops an entry of `required` that rests on a decision, or in a `meta` on an example, and lets the field be null as
 * well; headers likewise.
 */
export const dropAssumedPresence = onCopy((document) => {
  const schemas = schemasOf(document, 'received');
  const metas = metaObjects(schemas);
  const dropped: { node: Schema; name: string }[] = [];
  for (const { node, pointer } of schemas) {
    for (const name of node.required ?? []) {
      const bases = [under(pointer, 'required', name), under(pointer, 'properties', name)].map((place) =>
        basisOfReceived(document, place),
      );
      const shownOnly = metas.has(pointer) && bases.some(({ kind }) => kind === 'example');
      if (!envelope.has(name) && (shownOnly || bases.some(assumed))) dropped.push({ node, name });
    }
  }
  // All bases are looked up before anything changes, since a mark stands beside what it is about.
  for (const { node, name } of dropped) {
    node.required = node.required?.filter((other) => other !== name);
    if (node.required?.length === 0) delete node.required;
    const field = node.properties?.[name];
    if (field && node.properties) node.properties[name] = nullable(document, field);
  }
  const { parameters, headers } = carriersOf(document);
  for (const { node, pointer } of [...headers, ...parameters.received]) {
    if (node.required && assumed(basisOfReceived(document, under(pointer, 'required'))))
      node.required = false;
  }
});
