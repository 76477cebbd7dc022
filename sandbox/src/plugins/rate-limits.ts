// How often one may call: the contract's windows, and the sandbox's own limit over all (docs/decisions/0011).
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { rateLimits as limits, operations, sandbox } from '../../../generated/facts.ts';
import type { Call } from '../call.ts';
import { unixSeconds } from '../clock.ts';
import { ApiError } from '../contract/errors.ts';
import { hashOfToken } from '../identifiers.ts';
import type { CountedWindow, RateWindow } from '../rate-counter.ts';
import type { Services } from '../services.ts';

type LimitName = keyof typeof limits;

interface Limit {
  limit: number;
  window_seconds: number;
  per: string;
  lifted_by_signature: boolean;
}

function counted(name: string, { limit, window_seconds }: Limit, owner: string): CountedWindow {
  return { key: `${name} ${owner}`, limit, milliseconds: window_seconds * 1000 };
}

/** Counts a request in its windows; a refusal carries the headers that say how long to wait. */
async function count(call: Call, services: Services, windows: CountedWindow[]): Promise<void> {
  if (windows.length === 0) return;
  const { admitted, window } = await services.rates.count(windows, call.now);
  call.rateWindow = window;
  if (admitted) return;
  const wait = Math.max(1, Math.ceil((window.endsAt - call.now) / 1000));
  throw new ApiError('ErrorRateLimited', undefined, { headers: { 'Retry-After': String(wait) } });
}

function windowsOf(call: Call, { settings }: Services, owner: (limit: Limit) => string): CountedWindow[] {
  const { ratePerSecond } = settings;
  const own = { ...sandbox.rate_limit, limit: ratePerSecond };
  const windows = ratePerSecond > 0 ? [counted('sandbox', own, owner(own))] : [];
  for (const name of operations[call.operation].rateLimits as readonly LimitName[]) {
    const limit: Limit = limits[name];
    if (call.signature === 'valid' && limit.lifted_by_signature) continue;
    windows.push(counted(name, limit, owner(limit)));
  }
  return windows;
}

/**
 * Counts a request without a working token by its address.
 * @throws ApiError -54 when the address has used up its limit.
 */
export function countByAddress(call: Call, services: Services): Promise<void> {
  return count(
    call,
    services,
    windowsOf(call, services, () => `address ${call.ip}`),
  );
}

/** X-API-Token chooses the counter only when it is the caller's own token (docs/decisions/0013). */
function ownerOfLimit(call: Call, apiToken: string | undefined): (limit: Limit) => string {
  // Each terminal is a world of its own, with its own clock: one cannot use up what another sees.
  const byAddress = `address ${call.ip}${call.caller ? ` of ${call.caller.terminalId}` : ''}`;
  const byToken = call.caller ? `token ${call.caller.tokenId}` : byAddress;
  return ({ per }) => {
    if (per === 'ip') return byAddress;
    if (per !== 'api-token') return byToken;
    return apiToken !== undefined && hashOfToken(apiToken) === call.caller?.tokenHash ? byToken : byAddress;
  };
}

function headers({ limit, remaining, endsAt }: RateWindow): Record<string, string> {
  return {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(remaining),
    // A moment and not the seconds left; rounded up, so that whoever waits for it is not too early.
    'X-RateLimit-Reset': String(unixSeconds(endsAt + 999)),
  };
}

/**
 * Counts a request in the windows of its operation.
 * @throws ApiError -54 when one of them is full.
 */
export async function countCall(
  request: Pick<FastifyRequest, 'call' | 'headers'>,
  services: Services,
): Promise<void> {
  const apiToken = request.headers['x-api-token'];
  const owner = ownerOfLimit(request.call, typeof apiToken === 'string' ? apiToken : undefined);
  await count(request.call, services, windowsOf(request.call, services, owner));
}

export const rateLimits = fp(async (app: FastifyInstance, { services }: { services: Services }) => {
  app.addHook('preValidation', (request) => countCall(request, services));
  app.addHook('onSend', (request, reply, _payload, done) => {
    const { rateWindow } = request.call;
    if (rateWindow) reply.headers(headers(rateWindow));
    done();
  });
});
