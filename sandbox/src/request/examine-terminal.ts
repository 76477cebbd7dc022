// Whether the terminal may be used at all.

import { ApiError } from '../contract/errors.ts';
import type { Call } from '../core/call.ts';
import type { Outcome } from './step.ts';

/** Refuses a terminal that is not active: -53. */
export function examineTerminal({ caller }: Pick<Call, 'caller'>): Outcome {
  return caller && caller.terminalState !== 'active'
    ? { refusal: new ApiError('ErrorTerminalInactive') }
    : undefined;
}
