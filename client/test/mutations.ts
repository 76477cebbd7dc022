// Answers that lost or changed something on the way, without saying the opposite of what they said.
import fc from 'fast-check';

/** An answer as it travels. */
export interface Travelling {
  status: number;
  body: unknown;
}

/** Somewhere in a body, and what becomes of the value there. */
interface Change {
  place: number;
  becomes: number;
}

export type Mutation =
  | { kind: 'none' | 'broken' | 'empty' | 'page' | 'half' | 'extra' }
  | { kind: 'status'; status: number }
  | { kind: 'body'; body: unknown }
  | { kind: 'changed'; changes: Change[]; status?: number };

const change: fc.Arbitrary<Change> = fc.record({ place: fc.nat(), becomes: fc.nat() });
const status = fc.constantFrom(200, 201, 204, 302, 400, 401, 403, 404, 409, 422, 429, 500, 502, 503);

/** What may happen to one answer. */
export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constantFrom('none', 'broken', 'empty', 'page', 'half', 'extra') }),
  fc.record({ kind: fc.constant('status'), status }),
  fc.record({ kind: fc.constant('body'), body: fc.jsonValue() }),
  fc.record(
    {
      kind: fc.constant('changed'),
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
      status,
    },
    { requiredKeys: ['kind', 'changes'] },
  ),
) as fc.Arbitrary<Mutation>;

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Every value of a body, by the object that holds it and its name there. */
function placesOf(node: Node): [Node, string][] {
  return Object.entries(node).flatMap(([name, value]) => [
    [node, name] as [Node, string],
    ...(isNode(value) ? placesOf(value) : []),
  ]);
}

/** Takes a value away or changes its type. A number may become its digits; nothing becomes another number or word. */
function changed(name: string, value: unknown, becomes: number): unknown {
  const others: unknown[] = [undefined, null, '', ' ', [], {}, [value], { value }];
  if (typeof value === 'number') others.push(String(value), true);
  if (typeof value === 'string') others.push(false);
  if (typeof value === 'boolean') others.push(String(value));
  // A code of tomorrow, but no other one of today.
  if (name === 'code' || name === 'status_code') others.push(-77, '-77');
  return others[becomes % others.length];
}

/** @returns the text and the status as they arrive; undefined when nothing does. */
export function travel(
  { status, body }: Travelling,
  mutation: Mutation,
): { status: number; text: string } | undefined {
  const text = JSON.stringify(body);
  switch (mutation.kind) {
    case 'none':
      return { status, text };
    case 'broken':
      return undefined;
    case 'empty':
      return { status, text: '' };
    case 'page':
      return { status: 502, text: '<h1>Bad gateway</h1>' };
    case 'half':
      return { status, text: text.slice(0, text.length / 2) };
    case 'extra':
      return { status, text: JSON.stringify({ trace: [], ...(body as Node), error_id: null, fee: 7 }) };
    case 'status':
      return { status: mutation.status, text };
    case 'body':
      return { status, text: JSON.stringify(mutation.body) };
    case 'changed': {
      const copy = structuredClone(body) as Node;
      const places = placesOf(copy);
      for (const { place, becomes } of mutation.changes) {
        // Each place once: a change of a change could say something else.
        const [[holder, name] = []] = places.splice(place % Math.max(1, places.length), 1);
        if (holder && name !== undefined) holder[name] = changed(name, holder[name], becomes);
      }
      return { status: mutation.status ?? status, text: JSON.stringify(copy) };
    }
  }
}
