// Which limits count a request, and how far each of them is used up by what was seen.
import type { ContractOperation } from '../contract/document.ts';
import { rateLimits, sandbox, signing } from '../contract/facts.ts';
import { endpointOf, signRequest } from '../signatures.ts';
import type { Known, RateWindow, Terminal } from './known.ts';
import type { Period, SentCall } from './observation.ts';
import { headerOf } from './read.ts';

/** A limit that counts a request, and whose requests it counts together. */
export interface Limit {
  /** What its requests are remembered by. */
  key: string;
  limit: number;
  seconds: number;
  /** JSON pointer into the bundle. */
  rule: string;
}

/** Whether a request is signed by the key of its terminal, and in time. */
export function isSigned({ operation, request }: SentCall, terminal: Terminal | undefined, at: Period) {
  const { signature_header, timestamp_header, tolerance_seconds } = {
    ...signing.request,
    tolerance_seconds: signing.tolerance_seconds,
  };
  const [signature, timestamp] = [headerOf(request, signature_header), headerOf(request, timestamp_header)];
  if (!operation.facts.requestSigning || !terminal?.secretKey || !signature || !timestamp) return false;
  if (Math.abs(Number(timestamp) - at.from) > tolerance_seconds) return false;
  const signed = {
    method: request.method,
    endpoint: endpointOf(request.path),
    body: request.body ?? new Uint8Array(),
    timestamp,
  };
  return signRequest(signed, terminal.secretKey) === signature;
}

/** Every documented limit of an operation, the sandbox's own among them. */
function documentedLimits({ facts }: ContractOperation, environment: Known['environment']) {
  const named = facts.rateLimits.map((name) => ({
    ...rateLimits[name],
    name: name as string,
    rule: `#/x-rate-limits/${name}`,
  }));
  const overall = { ...sandbox.rate_limit, name: 'sandbox', rule: '#/x-sandbox/rate_limit' };
  return environment === 'sandbox' ? [...named, overall] : named;
}

/**
 * The limits that count a request.
 * @param token whose requests are counted together; undefined for those of an address
 * @param signed whether it is signed rightly, which lifts some of them
 */
export function limitsOn(
  operation: ContractOperation,
  token: string | undefined,
  signed: boolean,
  environment: Known['environment'],
): Limit[] {
  return documentedLimits(operation, environment)
    .filter(({ lifted_by_signature }) => !(signed && lifted_by_signature))
    .map(({ name, rule, limit, window_seconds }) => ({
      key: `${name} ${token ?? 'address'}`,
      limit,
      seconds: window_seconds,
      rule,
    }));
}

/** Whether a request of this moment falls into the window that was begun: surely, surely not, or perhaps. */
export function isInside(
  { start }: Pick<RateWindow, 'start'>,
  at: Period,
  seconds: number,
): boolean | undefined {
  // Another clock, or one that was overtaken.
  if (at.to < start.from) return undefined;
  // Moments are whole seconds, cut off: each may be almost one second later.
  if (at.to + 1 <= start.from + seconds) return true;
  return at.from >= start.to + 1 + seconds ? false : undefined;
}

/** What was let in during so many seconds before a moment: surely, and perhaps. */
export function letIn(window: RateWindow | undefined, at: Period, seconds: number) {
  const recent = window?.recent ?? [];
  return {
    least: recent.filter((one) => one.isSure && at.to + 1 - one.at.from <= seconds).length,
    most: recent.filter((one) => at.from - one.at.to - 1 < seconds).length,
  };
}

/** The window after one more request. @param isSure whether it was counted; otherwise it may have been */
export function counting(
  before: RateWindow | undefined,
  at: Period,
  { seconds }: Limit,
  { isSure, isOrdered }: { isSure: boolean; isOrdered: boolean },
): RateWindow {
  const recent = [
    ...(before?.recent ?? []).filter((one) => at.from - one.at.to - 1 < seconds),
    { at, isSure },
  ];
  const [inside, one] = [before && isInside(before, at, seconds), isSure ? 1 : 0];
  if (!before || inside === false) {
    // A request that may not have been counted may not have begun a window either.
    return { start: at, least: one, most: 1, isOrdered: isOrdered && isSure, recent };
  }
  if (inside) {
    const { start, least, most } = before;
    return { start, least: least + one, most: most + 1, isOrdered: before.isOrdered && isOrdered, recent };
  }
  const start = { from: before.start.from, to: at.to };
  return { start, least: one, most: before.most + 1, isOrdered: false, recent };
}
