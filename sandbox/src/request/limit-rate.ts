// How often a caller may call.
import type { Call } from '../core/call.ts';
import { hashOfToken } from '../core/identifiers.ts';
import type { Services } from '../core/services.ts';
import { countIn, type Owner, windowsOf } from './rate-windows.ts';
import type { Outcome } from './step.ts';

type Counted = Pick<Call, 'operation' | 'signature' | 'caller' | 'ip' | 'headers' | 'now'>;

/** X-API-Token chooses the counter only when it is the caller's own token (docs/decisions/0013). */
function ownerOf({ ip, caller, headers }: Counted): Owner {
  // Each terminal is a world of its own, with its own clock: one cannot use up what another sees.
  const byAddress = `address ${ip}${caller ? ` of ${caller.terminalId}` : ''}`;
  const byToken = caller ? `token ${caller.tokenId}` : byAddress;
  const apiToken = headers['x-api-token'];
  return ({ per }) => {
    if (per === 'ip') return byAddress;
    if (per !== 'api-token') return byToken;
    return typeof apiToken === 'string' && hashOfToken(apiToken) === caller?.tokenHash ? byToken : byAddress;
  };
}

/** Counts a request in the windows of its operation; refuses it by -54 when one of them is full. */
export function limitRate(call: Counted, services: Pick<Services, 'settings' | 'rates'>): Promise<Outcome> {
  return countIn(windowsOf(call, services.settings, ownerOf(call)), call.now, services);
}
