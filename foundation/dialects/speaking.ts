// Applies dialects to the contract; apart from their catalogue, since it brings the JSONPath engine along.

import { applyOverlay } from '../reader/overlay.ts';
import { allDialects, type Dialects, expanded } from './catalogue.ts';

/**
 * The contract as a gateway of these dialects would keep it.
 * @returns the document, and the targets that selected nothing: of two dialects the first may have done already
 *   what the second wants to do.
 * @throws UnknownDialect
 */
export function speaking<T>(
  document: T,
  names: readonly string[],
  dialects: Dialects = allDialects(),
): { document: T; unmatched: string[] } {
  return applyOverlay(
    document,
    expanded(names, dialects).flatMap(({ actions }) => actions),
  );
}
