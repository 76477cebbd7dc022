// What the refusal of a request says that belongs to no operation, and so to no terminal.
import type { FailedCall } from '../contract/envelopes.ts';
import type { Services } from '../core/services.ts';

/** @returns an identifier for the request, the gateway's time, and the contract as the sandbox itself speaks it. */
export function ofNobody({
  identifiers,
  gatewayClock,
  contracts,
}: Pick<Services, 'identifiers' | 'gatewayClock' | 'contracts'>): FailedCall {
  return { requestId: identifiers.requestId(), now: gatewayClock.now(), contract: contracts.byDefault };
}
