// Opens the record of a request to an operation, before anything is known of whoever sent it.
import { normalAddress } from '../core/addresses.ts';
import type { Call, Incoming } from '../core/call.ts';
import type { Services } from '../core/services.ts';

const nothing = Buffer.alloc(0);

/** @param ip the address of the sender, in whatever spelling. */
export function openCall(
  { operation, method, url, headers, path, ip }: Incoming & Pick<Call, 'operation' | 'path' | 'ip'>,
  { clock, gatewayClock, identifiers, contracts }: Services,
): Call {
  return {
    operation,
    method,
    url,
    headers,
    requestId: identifiers.requestId(),
    startedAt: clock.elapsed(),
    now: gatewayClock.now(),
    ip: normalAddress(ip),
    contract: contracts.byDefault,
    caller: undefined,
    tokenRefusal: undefined,
    rawBody: nothing,
    body: undefined,
    path,
    query: {},
    idempotencyKey: undefined,
    signature: 'absent',
    rateWindow: undefined,
    fault: undefined,
  };
}
