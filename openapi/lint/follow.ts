// Follows references from file to file, so that a rule sees what a node stands for.
import type { Context, Location, Placed } from './redocly.ts';

/** An object of the contract with whatever keywords it has. */
// biome-ignore lint/suspicious/noExplicitAny: the contract is being checked, so nothing is known about it yet.
export type Tree = Record<string, any>;

export function isTree(node: unknown): node is Tree {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

/**
 * Follows `$ref` until something else stands there.
 * @returns the node and its place, or undefined when there is nothing; broken references have a rule of their own.
 */
export function follow(context: Context, node: unknown, location: Location): Placed<Tree> | undefined {
  let place: { node?: unknown; location?: Location } = { node, location };
  while (isTree(place.node) && typeof place.node.$ref === 'string' && place.location) {
    place = context.resolve(place.node, place.location.source.absoluteRef);
  }
  return isTree(place.node) && place.location ? { node: place.node, location: place.location } : undefined;
}

/** Follows the child of a node by its key. */
export function followChild(context: Context, parent: Placed<Tree>, key: string): Placed<Tree> | undefined {
  return follow(context, parent.node[key], parent.location.child(key));
}

/** Follows every child of a map, by name. */
export function followEach(
  context: Context,
  map: Placed<Tree> | undefined,
): [name: string, child: Placed<Tree>][] {
  if (!map) return [];
  return Object.keys(map.node).flatMap((name) => {
    const child = followChild(context, map, name);
    return child ? [[name, child] as [string, Placed<Tree>]] : [];
  });
}

/** Follows every item of the list that stands under a key. */
export function followItems(context: Context, parent: Placed<Tree>, key: string): Placed<Tree>[] {
  const list: unknown = parent.node[key];
  if (!Array.isArray(list)) return [];
  return list.flatMap((item, index) => follow(context, item, parent.location.child([key, index])) ?? []);
}
