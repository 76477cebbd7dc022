// A request before it is sent: made of the contract's own examples, so that it keeps every rule until a plan breaks one.

import type { ContractOperation } from '../contract/document.ts';
import { idempotency, signing, standardOperations } from '../contract/facts.ts';
import type { SentRequest } from '../judge/exchange.ts';
import { endpointOf, signRequest } from '../signatures.ts';

/** The body of a draft: a value that becomes compact JSON, or bytes that are sent as they are. */
export type DraftBody = { json: unknown } | { bytes: Uint8Array };

/** How the signature headers are made; a plan that forges them changes what this gives. */
export interface SignatureHeaders {
  signature: string;
  timestamp: string;
}

export interface Draft {
  operation: ContractOperation;
  pathParameters: Record<string, string>;
  query: [name: string, value: string][];
  /** By their documented name; null leaves out one that the caller would fill in. */
  headers: Record<string, string | null>;
  body?: DraftBody;
  /** Sends this instead of the caller's own token; null sends none. */
  authorization?: string | null;
  /** Seconds between the caller's clock and the timestamp that is signed. */
  timestampOffset?: number;
  /** Changes the signature headers after they were made rightly. */
  forge?: (genuine: SignatureHeaders) => SignatureHeaders;
}

/** Who sends: the token, the secret key when requests are to be signed, and the clock in Unix seconds. */
export interface Caller {
  token?: string;
  secretKey?: string;
  now: number;
  /** A key that no request before this one has used. */
  idempotencyKey: string;
}

/** A draft that keeps every rule: the examples of its path parameters, and a request example as its body. */
export function draftOf(operation: ContractOperation, body?: unknown): Draft {
  const pathParameters = Object.fromEntries(
    operation.parameters
      .filter(({ value }) => value.in === 'path')
      .map(({ value }) => [value.name, String(value.example)]),
  );
  const json = body ?? operation.requestBody?.examples[0]?.value;
  return { operation, pathParameters, query: [], headers: {}, ...(json !== undefined && { body: { json } }) };
}

/** The bytes that travel; a signature is made over exactly these. */
function bytesOf(body: DraftBody | undefined): Uint8Array | undefined {
  if (!body) return undefined;
  return 'bytes' in body ? body.bytes : Buffer.from(JSON.stringify(body.json));
}

function filledPath({ operation, pathParameters, query }: Draft): string {
  const path = operation.path.replaceAll(/\{([^}]+)\}/g, (_, name: string) =>
    encodeURIComponent(pathParameters[name] ?? ''),
  );
  return query.length > 0 ? `${path}?${new URLSearchParams(query)}` : path;
}

/** Turns a draft into the request that the caller sends. */
export function render(draft: Draft, caller: Caller): SentRequest {
  const { operation } = draft;
  const path = filledPath(draft);
  const body = bytesOf(draft.body);
  const headers: Record<string, string> = { Accept: '*/*' };
  const authorization =
    draft.authorization !== undefined ? draft.authorization : caller.token && `Bearer ${caller.token}`;
  if (authorization && (operation.facts.token || draft.authorization)) headers.Authorization = authorization;
  if (body) headers['Content-Type'] = 'application/json';
  // A careful caller sends the key also where a dialect does not demand it.
  if (standardOperations[operation.id]?.idempotencyKey === 'required') {
    headers[idempotency.header] = caller.idempotencyKey;
  }
  for (const [name, value] of Object.entries(draft.headers)) {
    if (value === null) delete headers[name];
    else headers[name] = value;
  }
  if (caller.secretKey && operation.facts.requestSigning) {
    Object.assign(headers, signatureHeaders(draft, caller, caller.secretKey, path, body));
  }
  return { method: operation.method, path, headers, ...(body && { body }) };
}

function signatureHeaders(
  { operation, timestampOffset = 0, forge }: Draft,
  { now }: Caller,
  secretKey: string,
  path: string,
  body: Uint8Array | undefined,
): Record<string, string> {
  const timestamp = String(now + timestampOffset);
  const signed = {
    method: operation.method,
    endpoint: endpointOf(path),
    body: body ?? new Uint8Array(),
    timestamp,
  };
  const genuine = { signature: signRequest(signed, secretKey), timestamp };
  const sent = forge?.(genuine) ?? genuine;
  const { signature_header, timestamp_header } = signing.request;
  return { [signature_header]: sent.signature, [timestamp_header]: sent.timestamp };
}
