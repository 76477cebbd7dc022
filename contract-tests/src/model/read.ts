// Reads a request as the gateway would: its token, its body, its key, and the payment that it is about.
import { nodeAt } from '../../../foundation/reader/pointers.ts';
import type { ContractOperation } from '../contract/document.ts';
import { idempotency } from '../contract/facts.ts';
import type { SentRequest } from '../judge/exchange.ts';
import type { SentCall } from './observation.ts';

/** A header of a request, by its name in any case. */
export function headerOf({ headers }: SentRequest, name: string): string | undefined {
  const found = Object.entries(headers).find(([own]) => own.toLowerCase() === name.toLowerCase());
  return found?.[1];
}

/** A body as JSON; undefined when it is none. */
export function jsonOf(body: Uint8Array | undefined): unknown {
  if (!body) return undefined;
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The authority at its place in the path of an operation that has one. */
function authorityInPath({ path: template }: ContractOperation, path: string): string | undefined {
  const place = template.split('/').indexOf('{authority}');
  return place === -1 ? undefined : decodeURIComponent(path.split('/')[place] ?? '');
}

export function readCall(operation: ContractOperation, request: SentRequest): SentCall {
  const [path = '', query = ''] = request.path.split('?');
  const sent = jsonOf(request.body);
  const token = /^Bearer +(\S+)$/i.exec(headerOf(request, 'Authorization') ?? '')?.[1];
  const named = nodeAt(sent, '/authority');
  const authority = authorityInPath(operation, path) ?? (typeof named === 'string' ? named : undefined);
  const key = headerOf(request, idempotency.header) ?? headerOf(request, idempotency.alias);
  return {
    operation,
    request,
    sent,
    query: new Map(new URLSearchParams(query)),
    ...(token !== undefined && { token }),
    ...(authority !== undefined && { authority }),
    ...(key !== undefined && { key }),
  };
}
