// Whether the terminal may be used from the sender's address.

import { ApiError } from '../contract/errors.ts';
import { listHas } from '../core/addresses.ts';
import type { Call } from '../core/call.ts';
import type { Outcome } from './step.ts';

/** Refuses an address that the terminal's list has not: -52. */
export function examineAddress({ caller, ip }: Pick<Call, 'caller' | 'ip'>): Outcome {
  const allowed = caller?.ipAllowList;
  return allowed && !listHas(allowed, ip) ? { refusal: new ApiError('ErrorIpNotAllowed') } : undefined;
}
