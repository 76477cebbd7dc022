// An operation that wants a token gets no further without one (docs/decisions/0052).

import { ApiError } from '../contract/errors.ts';
import type { Call } from '../core/call.ts';
import type { Services } from '../core/services.ts';
import type { Outcome } from './step.ts';

/** Refuses a request without a token by -50, and one whose token does not work by -51; only the log says why. */
export function demandCaller(
  { tokenRefusal, requestId }: Pick<Call, 'tokenRefusal' | 'requestId'>,
  { log }: Pick<Services, 'log'>,
): Outcome {
  if (tokenRefusal === undefined) return undefined;
  if (tokenRefusal === 'missing' || tokenRefusal === 'not a bearer token') {
    return { refusal: new ApiError('ErrorCredentialsMissing') };
  }
  log.info({ reason: tokenRefusal, request_id: requestId }, 'token refused');
  return { refusal: new ApiError('ErrorCredentialsInvalid') };
}
