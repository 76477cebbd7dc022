// Recognises the operation of a request by its method and its path.
import { type ClientOperation, operations } from '../../generated/client-facts.ts';
import type { OperationName } from './errors.ts';

export interface Recognised {
  name: OperationName;
  operation: ClientOperation;
  /** The authority in the path, if the operation has one there. */
  authority?: string;
}

const known = Object.entries(operations).map(([name, operation]) => ({
  name: name as OperationName,
  operation: operation as ClientOperation,
  pattern: new RegExp(`^${operation.path.replace('{authority}', '([^/]+)')}$`),
}));

/**
 * @param pathname without a query.
 * @throws URIError for an authority with a percent sign that encodes nothing.
 */
export function recognise(method: string, pathname: string): Recognised | undefined {
  for (const { name, operation, pattern } of known) {
    const match = operation.method === method && pattern.exec(pathname);
    if (match) return { name, operation, authority: match[1] && decodeURIComponent(match[1]) };
  }
  return undefined;
}
