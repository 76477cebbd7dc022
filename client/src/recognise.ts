// Recognises the operation of a request by its method and its path.
import { type ClientOperation, operations } from '../../generated/client-facts.ts';
import type { OperationName } from './errors.ts';

export interface Recognised {
  name: OperationName;
  operation: ClientOperation;
  /** The authority in the path, if the operation has one there. */
  authority?: string;
}

const known = Object.entries(operations).map(([name, operation]) => {
  const [before, after] = operation.path.split('{authority}') as [string, string?];
  return { name: name as OperationName, operation: operation as ClientOperation, before, after };
});

/**
 * @param pathname without a query.
 * @throws URIError for an authority with a percent sign that encodes nothing.
 */
export function recognise(method: string, pathname: string): Recognised | undefined {
  for (const { name, operation, before, after } of known) {
    if (operation.method !== method || !pathname.startsWith(before)) continue;
    const rest = pathname.slice(before.length);
    if (after === undefined) {
      if (!rest) return { name, operation };
    } else if (rest.endsWith(after)) {
      const authority = rest.slice(0, rest.length - after.length);
      if (authority && !authority.includes('/')) {
        return { name, operation, authority: decodeURIComponent(authority) };
      }
    }
  }
  return undefined;
}
