// Every /v2 answer of a terminal that has a secret key is signed, errors as well (docs/decisions/0010).
import { signing } from '../../../generated/facts.ts';
import type { Call } from '../core/call.ts';
import { unixSeconds } from '../core/clock.ts';
import { hmac } from '../signing/signatures.ts';
import type { Leaving } from './leaving.ts';

const { path_prefix: prefix, separator, timestamp_header, signature_header } = signing.response;

/** @returns the signature over the text as it leaves; nothing where there is no key, or nothing to sign. */
export function signatureHeaders(
  { caller, now, contract, operation, url }: Pick<Call, 'caller' | 'now' | 'contract' | 'operation' | 'url'>,
  { status, payload }: Leaving,
): Record<string, string> | undefined {
  if (!caller?.secretKey || typeof payload !== 'string') return undefined;
  if (!url.startsWith(prefix) || !contract.isSigned(operation, status)) return undefined;
  const timestamp = String(unixSeconds(now));
  return {
    [timestamp_header]: timestamp,
    [signature_header]: hmac(caller.secretKey, [payload, timestamp], separator),
  };
}
