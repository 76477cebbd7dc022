// Makes and judges the three signatures of the gateway: of requests, of responses and of webhooks.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { signing } from './contract/facts.ts';

/** Why a signature is refused; the words of contract-tests/vectors/README.md. */
export type SignatureFault =
  | 'headers_missing'
  | 'timestamp_malformed'
  | 'timestamp_outside_tolerance'
  | 'signature_malformed'
  | 'signature_mismatch'
  | 'body_malformed'
  | 'data_missing'
  | 'event_mismatch'
  | 'body_signature_mismatch';

export interface SignedRequest {
  /** In capitals. */
  method: string;
  /** The path after /v2/ without the query. */
  endpoint: string;
  /** The very bytes that travel; empty when there is no body. */
  body: Uint8Array;
  /** Unix seconds, as the header has them. */
  timestamp: string;
}

/** Joins the parts of a recipe of `x-signing` to the bytes that are signed. */
function joined(recipe: { parts: readonly string[]; separator: string }, values: Record<string, Uint8Array>) {
  const separator = Buffer.from(recipe.separator);
  return Buffer.concat(
    recipe.parts.flatMap((part, index) => {
      const value = values[part];
      if (!value) throw new Error(`The recipe of a signature has an unknown part: ${part}`);
      return index === 0 ? [value] : [separator, value];
    }),
  );
}

const hmac = (secret: string, bytes: Uint8Array) => createHmac('sha256', secret).update(bytes).digest('hex');

/** @returns the value of `X-Signature` for a request, made with the secret key of the terminal. */
export function signRequest({ method, endpoint, body, timestamp }: SignedRequest, secret: string): string {
  const text = { METHOD: method, endpoint, timestamp };
  const bytes = Object.fromEntries(Object.entries(text).map(([part, value]) => [part, Buffer.from(value)]));
  return hmac(secret, joined(signing.request, { ...bytes, body }));
}

/** @returns the value of `X-Response-Signature` for an answer with this body and `X-Response-Timestamp`. */
export function signResponse(body: Uint8Array, timestamp: string, secret: string): string {
  return hmac(secret, joined(signing.response, { body, timestamp: Buffer.from(timestamp) }));
}

/** @returns the value of `X-Webhook-Signature` for the compact JSON of the field `data`. */
export function signWebhook(data: string, secret: string): string {
  return hmac(secret, joined(signing.webhook, { data: Buffer.from(data) }));
}

/** The endpoint that is signed for a path of the API: `/v2/payments/A/cancel?x=1` becomes `payments/A/cancel`. */
export function endpointOf(path: string): string {
  const [withoutQuery = ''] = path.split('?');
  const prefix = signing.request.endpoint_prefix;
  const inside = withoutQuery.startsWith(prefix) ? withoutQuery.slice(prefix.length) : withoutQuery;
  return inside.replace(/^\/+|\/+$/g, '');
}

export interface ReceivedSignature {
  signature: string | undefined | null;
  timestamp: string | undefined | null;
  /** The receiver's clock in Unix seconds. */
  now: number;
  /** The signature that these bytes and this secret give. */
  expected: string;
}

/** What is wrong with the two headers of a signature by themselves, before any bytes are looked at. */
function headerFault({ signature, timestamp, now }: ReceivedSignature): SignatureFault | undefined {
  if (!signature || !timestamp) return 'headers_missing';
  if (!/^[0-9]+$/.test(timestamp)) return 'timestamp_malformed';
  if (Math.abs(now - Number(timestamp)) > signing.tolerance_seconds) return 'timestamp_outside_tolerance';
  if (!/^[0-9a-f]{64}$/.test(signature)) return 'signature_malformed';
  return undefined;
}

/** Judges a received signature. @returns undefined when it is right and its time is within the tolerance. */
export function signatureFault(received: ReceivedSignature): SignatureFault | undefined {
  const fault = headerFault(received);
  if (fault) return fault;
  // Both are 64 characters by now: timingSafeEqual throws on unequal lengths.
  const equal = timingSafeEqual(Buffer.from(received.signature as string), Buffer.from(received.expected));
  return equal ? undefined : 'signature_mismatch';
}

export interface ReceivedWebhook {
  body: Uint8Array;
  /** The values of `X-Webhook-Event`, `X-Webhook-Timestamp` and `X-Webhook-Signature`. */
  event: string | undefined | null;
  timestamp: string | undefined | null;
  signature: string | undefined | null;
  now: number;
}

/** Judges a received webhook as docs/decisions 0009, 0048 and 0049 demand. @returns undefined when it can be believed. */
export function webhookFault(received: ReceivedWebhook, secret: string): SignatureFault | undefined {
  const { signature, timestamp, now } = received;
  const early = headerFault({ signature, timestamp, now, expected: '' });
  if (early) return early;
  let body: { data?: unknown; event?: unknown; signature?: unknown } | null;
  try {
    body = JSON.parse(Buffer.from(received.body).toString('utf8'));
  } catch {
    return 'body_malformed';
  }
  if (typeof body?.data !== 'object' || body.data === null) return 'data_missing';
  const expected = signWebhook(JSON.stringify(body.data), secret);
  const fault = signatureFault({ signature, timestamp, now, expected });
  if (fault) return fault;
  if (body.signature !== undefined && body.signature !== signature) return 'body_signature_mismatch';
  return body.event === received.event ? undefined : 'event_mismatch';
}
