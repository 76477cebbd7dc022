// Finds what a reader of the gateway receives, and what it sends: every schema, header and parameter with its place.
import traverse from 'json-schema-traverse';
import type {
  ContractDocument,
  Header,
  MediaType,
  Operation,
  Parameter,
  PathItem,
  Schema,
} from '../../../foundation/reader/document.ts';
import { nodeAt, under } from '../../../foundation/reader/pointers.ts';

/** `sent`: in requests, which stay strict. `received`: in answers, callbacks and events, which are read tolerantly. */
export type Role = 'sent' | 'received';

/** A node of the document with the JSON pointer to it; a reference is followed, so the pointer may lead to a component. */
export interface Placed<Node> {
  node: Node;
  pointer: string;
}

type Reference = { $ref: string };

const isReference = (node: unknown): node is Reference =>
  typeof node === 'object' && node !== null && typeof (node as { $ref?: unknown }).$ref === 'string';

/** Follows a reference to the component; anything else stays where it is. */
function followed<Node>(document: unknown, node: Node | Reference, pointer: string): Placed<Node> {
  if (!isReference(node)) return { node, pointer };
  const target = nodeAt(document, node.$ref) as Node | Reference | undefined;
  if (target === undefined) throw new Error(`${pointer}: the reference ${node.$ref} points nowhere.`);
  return followed<Node>(document, target, node.$ref);
}

function each<Node>(
  document: unknown,
  map: Record<string, Node | Reference> | (Node | Reference)[] | undefined,
  pointer: string,
): Placed<Node>[] {
  return Object.entries(map ?? {}).map(([key, node]) => followed(document, node, under(pointer, key)));
}

/** Everything that carries a schema, by who sends it. */
export interface Carriers {
  parameters: Record<Role, Placed<Parameter>[]>;
  /** Headers of answers; the gateway alone sends them. */
  headers: Placed<Header>[];
  bodies: Record<Role, Placed<MediaType>[]>;
}

/** Every parameter, header and body of the document; what several operations share comes once. */
export function carriersOf(document: ContractDocument): Carriers {
  const found: Carriers = {
    parameters: { sent: [], received: [] },
    headers: [],
    bodies: { sent: [], received: [] },
  };
  const seen = new Set<string>();
  const add = <Node>(list: Placed<Node>[], placed: Placed<Node>[]) => {
    for (const one of placed) if (!seen.has(one.pointer)) list.push(one);
    for (const { pointer } of placed) seen.add(pointer);
  };

  /** @param asked who sends the request of the operation; the other side answers it */
  const visit = (operation: Operation, pointer: string, asked: Role) => {
    const answered = asked === 'sent' ? 'received' : 'sent';
    add(
      found.parameters[asked],
      each<Parameter>(document, operation.parameters, under(pointer, 'parameters')),
    );
    if (operation.requestBody) {
      const { node, pointer: place } = followed(
        document,
        operation.requestBody,
        under(pointer, 'requestBody'),
      );
      add(found.bodies[asked], each<MediaType>(document, node.content, under(place, 'content')));
    }
    const responses = Object.entries(operation.responses);
    for (const [status, reference] of responses) {
      const { node, pointer: place } = followed(document, reference, under(pointer, 'responses', status));
      add(found.headers, each<Header>(document, node.headers, under(place, 'headers')));
      add(found.bodies[answered], each<MediaType>(document, node.content, under(place, 'content')));
    }
    for (const [name, reference] of Object.entries(operation.callbacks ?? {})) {
      const callback = followed<Record<string, PathItem>>(
        document,
        reference,
        under(pointer, 'callbacks', name),
      );
      for (const [url, item] of Object.entries(callback.node))
        visitItem(item, under(callback.pointer, url), 'received');
    }
  };
  const visitItem = (item: PathItem, pointer: string, asked: Role) => {
    for (const method of ['get', 'post'] as const) {
      const operation = item[method];
      if (operation) visit(operation, under(pointer, method), asked);
    }
  };
  for (const [path, item] of Object.entries(document.paths)) visitItem(item, under('#/paths', path), 'sent');
  for (const [event, item] of Object.entries(document.webhooks ?? {})) {
    const { node, pointer } = followed<PathItem>(document, item, under('#/webhooks', event));
    visitItem(node, pointer, 'received');
  }
  return found;
}

/** Every schema that is sent, or that is received: those of the components and all inside them, each once. */
export function schemasOf(document: ContractDocument, role: Role): Placed<Schema>[] {
  const { parameters, headers, bodies } = carriersOf(document);
  const carriers = [...parameters[role], ...(role === 'received' ? headers : []), ...bodies[role]];
  const found = new Map<string, Placed<Schema>>();
  const visit = (start: Schema, pointer: string) => {
    if (found.has(pointer)) return;
    traverse(start, (node: Schema, below: string) => {
      const place = pointer + below;
      found.set(place, { node, pointer: place });
      if (node.$ref === undefined) return;
      const target = nodeAt(document, node.$ref) as Schema | undefined;
      if (!target) throw new Error(`${place}: the reference ${node.$ref} points nowhere.`);
      visit(target, node.$ref);
    });
  };
  for (const { node, pointer } of carriers) {
    if (node.schema) visit(node.schema, under(pointer, 'schema'));
  }
  return [...found.values()];
}
