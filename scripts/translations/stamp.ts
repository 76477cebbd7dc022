// Writes the fingerprints of the current English into the text of an overlay, and leaves the rest of it alone.
import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { valueAt } from '../../foundation/reader/overlay.ts';
import { fingerprint } from './fingerprint.ts';
import { type Action, overridesOf } from './overlay.ts';

export interface Stamped {
  text: string;
  /** Targets of the actions whose fingerprint is new. */
  changed: string[];
}

/** Gives every action of an overlay the fingerprint of the English that it overrides now. */
export function stampOverlay(english: unknown, text: string): Stamped {
  const actions = parseDocument(text).get('actions');
  if (!isSeq(actions)) return { text, changed: [] };
  const changed: string[] = [];
  let stamped = text;
  // From the last action to the first, so that the offsets of those still to come stay true.
  for (const node of [...actions.items].reverse()) {
    if (!isMap(node)) continue;
    const action = node.toJSON() as Action;
    const originals = overridesOf(english, action).map(({ path }) => valueAt(english, path));
    const strings = originals.filter((original) => typeof original === 'string');
    const wanted = fingerprint(strings);
    if (strings.length < originals.length || action['x-english'] === wanted) continue;
    stamped = writeFingerprint(stamped, node, wanted);
    changed.unshift(action.target);
  }
  return { text: stamped, changed };
}

/** Quoted, because digits alone, or with an `e` among them, would be a number in YAML. */
function writeFingerprint(text: string, action: YAMLMap, wanted: string): string {
  const present = rangeOf(action, 'x-english', 'value');
  if (present) return `${text.slice(0, present.start)}'${wanted}'${text.slice(present.end)}`;
  const key = rangeOf(action, 'target', 'key');
  const value = rangeOf(action, 'target', 'value');
  if (!key || !value) return text;
  const column = key.start - (text.lastIndexOf('\n', key.start - 1) + 1);
  return `${text.slice(0, value.end)}\n${' '.repeat(column)}x-english: '${wanted}'${text.slice(value.end)}`;
}

function rangeOf(
  map: YAMLMap,
  name: string,
  part: 'key' | 'value',
): { start: number; end: number } | undefined {
  const pair = map.items.find(({ key }) => isScalar(key) && key.value === name);
  const node = pair?.[part];
  const range = isScalar(node) ? node.range : undefined;
  return range ? { start: range[0], end: range[1] } : undefined;
}
