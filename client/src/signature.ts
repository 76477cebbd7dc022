// HMAC-SHA256 signatures of requests, responses and webhooks, by WebCrypto alone.
import { signing } from '../../generated/client-facts.ts';
import { ConfigurationError } from './errors.ts';
import type { SignatureFault } from './signature-fault.ts';

const encoder = new TextEncoder();

/**
 * Makes a key of a secret, which is text and never decoded, even if it looks like hexadecimal.
 * @throws ConfigurationError when it is empty: everybody knows that secret.
 */
export function importSecret(secret: string): Promise<CryptoKey> {
  if (!secret) throw new ConfigurationError('A secret is empty: set it, or leave it out.');
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', encoder.encode(secret), algorithm, false, ['sign', 'verify']);
}

/** The HMAC of a text in UTF-8, as 64 lower-case hexadecimal digits. */
async function hmac(key: CryptoKey, text: string): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', key, encoder.encode(text)));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Compares in constant time; a signature of any other form than 64 lower-case hexadecimal digits is refused. */
export async function signatureFault(
  key: CryptoKey,
  signature: string | null | undefined,
  text: string,
): Promise<SignatureFault | undefined> {
  if (!signature) return 'signature_missing';
  if (!/^[0-9a-f]{64}$/.test(signature)) return 'signature_malformed';
  const bytes = Uint8Array.from(signature.match(/../g) as string[], (hex) => Number.parseInt(hex, 16));
  const valid = await crypto.subtle.verify('HMAC', key, bytes, encoder.encode(text));
  return valid ? undefined : 'signature_mismatch';
}

/**
 * Whether a header's Unix time is near enough, in both directions.
 * @param now milliseconds since 1970.
 */
export function timestampFault(
  timestamp: string | null | undefined,
  now: number,
): SignatureFault | undefined {
  if (!timestamp) return 'timestamp_missing';
  if (!/^[0-9]{1,15}$/.test(timestamp)) return 'timestamp_malformed';
  const distance = Math.abs(Math.floor(now / 1000) - Number(timestamp));
  return distance > signing.tolerance_seconds ? 'timestamp_outside_tolerance' : undefined;
}

/** What is signed of a request: `METHOD:endpoint:body:timestamp`, in the order that the contract names. */
export interface SignedRequest {
  method: string;
  /** The path as it travels, `/v2/payments` for example; a query is cut off. */
  path: string;
  /** The exact text that is sent, empty when there is none. */
  body: string;
  /** Whole Unix seconds, the value of X-Timestamp. */
  timestamp: string;
}

/** The signature of a request for the header X-Signature (docs/decisions/0008). */
export function signRequest(
  key: CryptoKey,
  { method, path, body, timestamp }: SignedRequest,
): Promise<string> {
  const { parts, separator, endpoint_prefix: prefix } = signing.request;
  const endpoint = (path.split('?')[0] as string).slice(prefix.length);
  const values = { METHOD: method, endpoint, body, timestamp };
  return hmac(key, parts.map((part) => values[part]).join(separator));
}

/**
 * Checks the signature of an answer over the exact text that came (docs/decisions/0010).
 * @param now milliseconds since 1970.
 * @returns undefined when the answer can be trusted.
 */
export async function responseFault(
  key: CryptoKey,
  headers: Pick<Headers, 'get'>,
  body: string,
  now: number,
): Promise<SignatureFault | undefined> {
  const { parts, separator, signature_header, timestamp_header } = signing.response;
  const signature = headers.get(signature_header);
  const timestamp = headers.get(timestamp_header);
  if (!signature) return 'signature_missing';
  const values = { body, timestamp };
  return (
    timestampFault(timestamp, now) ??
    signatureFault(key, signature, parts.map((part) => values[part]).join(separator))
  );
}
