// Which windows a request is counted in: the contract's, and the sandbox's own over all (docs/decisions/0011).
import { rateLimits as limits, operations, sandbox } from '../../../generated/facts.ts';
import { ApiError } from '../contract/errors.ts';
import type { Call } from '../core/call.ts';
import type { CountedWindow } from '../core/rate-counter.ts';
import type { Services } from '../core/services.ts';
import type { Outcome } from './step.ts';

type LimitName = keyof typeof limits;

interface Limit {
  limit: number;
  window_seconds: number;
  per: string;
  lifted_by_signature: boolean;
}

/** Whose requests a limit counts together. */
export type Owner = (limit: Pick<Limit, 'per'>) => string;

function counted(name: string, { limit, window_seconds }: Limit, owner: string): CountedWindow {
  return { key: `${name} ${owner}`, limit, milliseconds: window_seconds * 1000 };
}

/**
 * @returns the windows of the call's operation, without those that a valid signature lifts; none where the sandbox or
 *   the caller's terminal has no limits. An answer that nothing has counted carries no X-RateLimit-*, as the contract
 *   has it for a signed request (docs/decisions/0011): numbers of a window that there is not would be made up.
 */
export function windowsOf(
  { operation, signature, caller }: Pick<Call, 'operation' | 'signature' | 'caller'>,
  { ratePerSecond, withoutLimits }: Pick<Services['settings'], 'ratePerSecond' | 'withoutLimits'>,
  owner: Owner,
): CountedWindow[] {
  if (withoutLimits || caller?.rateLimits === false) return [];
  const own = { ...sandbox.rate_limit, limit: ratePerSecond };
  const windows = ratePerSecond > 0 ? [counted('sandbox', own, owner(own))] : [];
  for (const name of operations[operation].rateLimits as readonly LimitName[]) {
    const limit: Limit = limits[name];
    if (signature === 'valid' && limit.lifted_by_signature) continue;
    windows.push(counted(name, limit, owner(limit)));
  }
  return windows;
}

/** Counts a request in its windows; a refusal, -54, carries the header that says how long to wait. */
export async function countIn(
  windows: readonly CountedWindow[],
  now: number,
  { rates }: Pick<Services, 'rates'>,
): Promise<Outcome> {
  if (windows.length === 0) return undefined;
  const { admitted, window } = await rates.count(windows, now);
  const found = { rateWindow: window };
  if (admitted) return { found };
  const wait = Math.max(1, Math.ceil((window.endsAt - now) / 1000));
  const headers = { 'Retry-After': String(wait) };
  return { found, refusal: new ApiError('ErrorRateLimited', undefined, { headers }) };
}
