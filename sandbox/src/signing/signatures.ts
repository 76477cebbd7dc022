// The signature of a request: over the bytes that travel (docs/decisions/0008).
import { createHmac } from 'node:crypto';
import { signing } from '../../../generated/facts.ts';

const { separator, endpoint_prefix: prefix } = signing.request;

/** @returns the HMAC-SHA256 of the parts joined by the separator, in lower-case hexadecimal. */
export function hmac(secret: string, parts: readonly (string | Buffer)[], separator: string): string {
  // One piece is hashed faster than many; bytes that may be no text are joined as bytes.
  const message = parts.every((part) => typeof part === 'string')
    ? parts.join(separator)
    : Buffer.concat(
        parts.flatMap((part, index) => [Buffer.from(index > 0 ? separator : ''), Buffer.from(part)]),
      );
  return createHmac('sha256', secret).update(message).digest('hex');
}

/** The path after /v2/ as it travelled, without the query. */
export function endpointOf(url: string): string {
  const [path = ''] = url.split('?', 1);
  return path.startsWith(prefix) ? path.slice(prefix.length) : path;
}

/** @returns the signature of a request: METHOD:endpoint:body:timestamp. */
export function requestSignature(
  secret: string,
  {
    method,
    endpoint,
    body,
    timestamp,
  }: { method: string; endpoint: string; body: string | Buffer; timestamp: string },
): string {
  return hmac(secret, [method.toUpperCase(), endpoint, body, timestamp], separator);
}
