// Finds the operation of a request, so that the mock can tell an unknown path from a wrong method.
import { isDecodable } from '../foundation/http/decodable.ts';
import { type OperationId, operations } from '../generated/facts.ts';

const routes = Object.entries(operations).map(([id, { method, pathPattern }]) => ({
  id: id as OperationId,
  method: method as string,
  pattern: new RegExp(pathPattern),
}));

/** @returns the operation's id, or which part of the request line is unknown. */
export function findOperation(
  method: string,
  path: string,
): { id: OperationId } | { unknown: 'path' | 'method' } {
  if (!isDecodable(path)) return { unknown: 'path' };
  const onPath = routes.filter(({ pattern }) => pattern.test(path));
  const route = onPath.find((candidate) => candidate.method === method);
  if (route) return { id: route.id };
  return { unknown: onPath.length > 0 ? 'method' : 'path' };
}
