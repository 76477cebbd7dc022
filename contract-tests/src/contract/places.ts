// Says in which file and line of openapi/ a rule of the bundle stands.
import { readFileSync } from 'node:fs';

const places = JSON.parse(
  readFileSync(new URL('../../../generated/places.json', import.meta.url), 'utf8'),
) as Record<string, string>;

/**
 * The place of a rule, as `openapi/common/schemas.yaml:12`.
 * @param pointer JSON pointer into the bundle (`#/components/schemas/Amount/minimum`); what has no line of its
 * own stands where its parent does.
 */
export function placeOfRule(pointer: string): string {
  for (let at = pointer; at.length > 1; at = at.slice(0, at.lastIndexOf('/'))) {
    const place = places[at];
    if (place) return place;
  }
  return 'openapi/openapi.yaml:1';
}
