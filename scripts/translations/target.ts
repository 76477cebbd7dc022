// Chooses and writes the JSONPath target under which an overlay action gathers the strings of one thing.
import { type Path, pathsOf, valueAt } from '../../foundation/reader/overlay.ts';

/** How many steps below the root the thing stands that one action translates. */
function depthOfThing(path: Path): number {
  if (path[0] === 'components' || path[0] === 'paths' || path[0] === 'webhooks') return 3;
  return 1;
}

/**
 * Splits the path of a string into the target of its action and the keys of the update.
 * An update cannot reach into a list (overlays append to lists), so the target goes down to the last list item.
 */
export function splitPath(bundle: unknown, path: Path): { target: string; keys: string[] } {
  const lastItem = path.findLastIndex((step) => typeof step === 'number') + 1;
  const length = Math.min(Math.max(depthOfThing(path), lastItem), path.length - 1);
  return { target: writeTarget(bundle, path.slice(0, length)), keys: path.slice(length).map(String) };
}

/** What an item of a list goes by: parameters by their name, parts of flows by their own identifiers. */
const identifiers = ['name', 'workflowId', 'stepId'];

/** Writes a path as JSONPath; an item of a list is named by its identifier where that is unique. */
function writeTarget(bundle: unknown, path: Path): string {
  return path.reduce<string>((target, step, index) => {
    if (typeof step === 'string') {
      return /^[A-Za-z_]\w*$/.test(step) ? `${target}.${step}` : `${target}[${quote(step)}]`;
    }
    for (const identifier of identifiers) {
      const name = valueAt(bundle, [...path.slice(0, index), step, identifier]);
      const byName = `${target}[?(@.${identifier}==${quote(String(name))})]`;
      if (name !== undefined && pathsOf(bundle, byName).length === 1) return byName;
    }
    return `${target}[${step}]`;
  }, '$');
}

/** A name as a JSONPath string in single quotes, whose escapes are those of JSON except for the quotes. */
function quote(text: string): string {
  const escaped = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${escaped}'`;
}
