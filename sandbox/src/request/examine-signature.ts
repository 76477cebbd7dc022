// What is right or wrong with the signature of a request (docs/decisions/0051).
import { timingSafeEqual } from 'node:crypto';
import { operations, signing } from '../../../generated/facts.ts';
import type { Call } from '../core/call.ts';
import { unixSeconds } from '../core/clock.ts';
import { endpointOf, requestSignature } from '../signing/signatures.ts';
import type { Outcome } from './step.ts';

const signatureHeader = signing.request.signature_header.toLowerCase();
const timestampHeader = signing.request.timestamp_header.toLowerCase();

type Signed = Pick<Call, 'operation' | 'caller' | 'method' | 'url' | 'headers' | 'rawBody' | 'now'>;

function examine({ operation, caller, method, url, headers, rawBody, now }: Signed): Call['signature'] {
  if (!caller?.secretKey || !operations[operation].requestSigning) return 'absent';
  const signature = headers[signatureHeader];
  const timestamp = headers[timestampHeader];
  if (typeof signature !== 'string' || typeof timestamp !== 'string') {
    return caller.requireSignature ? 'ErrorSignatureMissing' : 'absent';
  }
  const seconds = /^[0-9]{1,15}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  if (!(Math.abs(seconds - unixSeconds(now)) <= signing.tolerance_seconds)) return 'ErrorTimestampInvalid';
  if (!/^[0-9a-f]{64}$/.test(signature)) return 'ErrorSignatureInvalid';
  const expected = requestSignature(caller.secretKey, {
    method,
    endpoint: endpointOf(url),
    body: rawBody,
    timestamp,
  });
  return timingSafeEqual(Buffer.from(expected), Buffer.from(signature)) ? 'valid' : 'ErrorSignatureInvalid';
}

/** Finds what the check of the signature gives; whether that is refused is for a later step. */
export function examineSignature(call: Signed): Outcome {
  return { found: { signature: examine(call) } };
}
