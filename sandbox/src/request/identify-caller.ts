// Who is calling: the terminal that the bearer token belongs to.
import { operations } from '../../../generated/facts.ts';
import type { Call } from '../core/call.ts';
import type { Services } from '../core/services.ts';
import { bearerToken } from '../terminals/bearer-token.ts';
import { callerOfToken } from '../terminals/lookup.ts';
import type { Outcome } from './step.ts';

/** Finds the caller and the moment on its clock, or why its token does not work; it refuses nobody. */
export async function identifyCaller(
  { operation, headers }: Pick<Call, 'operation' | 'headers'>,
  services: Pick<Services, 'storage' | 'clock'>,
): Promise<Outcome> {
  if (!operations[operation].token) return undefined;
  const { authorization } = headers;
  const token = bearerToken(authorization);
  if (token === undefined) {
    return { found: { tokenRefusal: authorization === undefined ? 'missing' : 'not a bearer token' } };
  }
  const known = await callerOfToken(services, token);
  return { found: 'failure' in known ? { tokenRefusal: known.failure } : known };
}
