// Finds the prose of a bundled contract, or of flows: the strings that people read, and that a translation must replace.

import type { Path } from '../../foundation/reader/overlay.ts';
import { under } from '../../foundation/reader/pointers.ts';

export interface Prose {
  path: Path;
  text: string;
}

const proseKeys = new Set(['description', 'summary', 'x-displayName']);

/** Values of these keys are data of the API; a `description` inside them is data as well. */
const dataKeys = new Set([
  'value',
  'example',
  'default',
  'const',
  'enum',
  'required',
  'x-validation-messages',
  'x-callback-messages',
  'x-basis',
  'payload',
]);

/** The keys inside these are names that somebody chose, so that they mean nothing as keywords. */
const nameMaps = new Set([
  'properties',
  'patternProperties',
  '$defs',
  'schemas',
  'parameters',
  'headers',
  'responses',
  'examples',
  'requestBodies',
  'securitySchemes',
  'callbacks',
  'paths',
  'webhooks',
]);

/**
 * Lists all prose of a bundled OpenAPI document or of flows, in their order: every `description`, `summary`
 * and `x-displayName`, `info.title`, `action` of x-status-code, and the values of x-enum-descriptions.
 */
export function proseOf(document: unknown): Prose[] {
  const found: Prose[] = [];
  visit(document, [], false, found);
  return found;
}

function visit(node: unknown, path: Path, keysAreNames: boolean, found: Prose[]): void {
  if (Array.isArray(node)) {
    node.forEach((item, index) => {
      visit(item, [...path, index], false, found);
    });
  } else if (typeof node === 'object' && node !== null) {
    for (const [key, value] of Object.entries(node)) {
      const here = [...path, key];
      if (typeof value === 'string') {
        if (!keysAreNames && isProse(here)) found.push({ path: here, text: value });
      } else if (keysAreNames || !isData(key, value)) {
        visit(value, here, !keysAreNames && nameMaps.has(key), found);
      }
    }
  }
}

/** Whether a keyword holds data; `examples` is a list of values in a schema, and a map of named examples elsewhere. */
function isData(key: string, value: unknown): boolean {
  return dataKeys.has(key) || (key === 'examples' && Array.isArray(value));
}

/** Whether a string at this place is prose; the place is known not to lie in data. */
function isProse(path: Path): boolean {
  const [parent, key] = path.slice(-2);
  if (proseKeys.has(String(key))) return true;
  if (parent === 'x-enum-descriptions') return true;
  if (parent === 'x-status-code') return key === 'action';
  return parent === 'info' && key === 'title';
}

/** A path as one string that can be a key: a JSON pointer. */
export function pointer(path: Path): string {
  return under('', ...path);
}
