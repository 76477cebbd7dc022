// A signature that is missing where it is demanded, late or wrong ends the request.

import { ApiError } from '../contract/errors.ts';
import type { Call } from '../core/call.ts';
import type { Outcome } from './step.ts';

/** Refuses what the examination of the signature has found wrong: -101, -102 or -103. */
export function demandSignature({ signature }: Pick<Call, 'signature'>): Outcome {
  return signature === 'absent' || signature === 'valid' ? undefined : { refusal: new ApiError(signature) };
}
