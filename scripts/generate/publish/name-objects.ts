// Gives the objects inside answers names of their own: without one they have no type in Go, and a long one elsewhere.
import type { ContractDocument, Schema } from '../../../foundation/reader/document.ts';
import { schemasOf } from './places.ts';
import { onCopy } from './step.ts';

const components = '#/components/schemas/';

/** `order_id` in Pascal case. */
export function pascal(name: string): string {
  return name.replaceAll(/(?:^|[^A-Za-z0-9])([A-Za-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The objects that were moved out of a schema, by the name that each has now. */
type Named = [name: string, schema: Schema][];

/** Replaces the objects inside a schema by references; the inner ones come before those around them. */
function moveObjects(owner: string, schema: Schema): Named {
  const moved: Named = [];
  const place = (name: string, node: Schema): Schema => {
    if (node.$ref) return node;
    if (node.properties) {
      moved.push(...moveObjects(name, node), [name, node]);
      return { $ref: components + name };
    }
    if (node.items) node.items = place(`${name}Item`, node.items);
    return node;
  };
  for (const [field, node] of Object.entries(schema.properties ?? {})) {
    (schema.properties as Record<string, Schema>)[field] = place(`${owner}${pascal(field)}`, node);
  }
  return moved;
}

/** The names of the components that are received, so that what is sent stays as it was. */
const received = (document: ContractDocument) =>
  new Set(
    schemasOf(document, 'received')
      .map(({ pointer }) => pointer)
      .filter((pointer) => pointer.startsWith(components))
      .map((pointer) => pointer.slice(components.length).split('/')[0]),
  );

/** A name is made of where the object stands, as most generators make it: `WebhookTestResponseData`. */
export const nameObjects = onCopy((document) => {
  const { schemas } = document.components;
  const open = received(document);
  const named = Object.entries(schemas).flatMap(([name, schema]) => [
    ...(open.has(name) ? moveObjects(name, schema) : []),
    [name, schema] as [string, Schema],
  ]);
  const names = named.map(([name]) => name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`Two schemas would be called ${twice}.`);
  document.components.schemas = Object.fromEntries(named);
});
