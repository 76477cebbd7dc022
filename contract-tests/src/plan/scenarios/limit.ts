// Uses up a limit on purpose, and says when there is none.
import { errors, sandbox } from '../../contract/facts.ts';
import type { Finding } from '../../judge/finding.ts';
import { stated } from '../../judge/word.ts';
import type { Limit } from '../../model/rates.ts';
import type { Performed } from '../../run/session.ts';

/** The limit of the sandbox over all others. */
export const overall: Limit = {
  key: 'sandbox',
  limit: sandbox.rate_limit.limit,
  seconds: sandbox.rate_limit.window_seconds,
  rule: '#/x-sandbox/rate_limit',
};

/**
 * How many requests at most are let in within some time, wherever the windows of a limit begin and end: all of one at its
 * end, all of the next at its beginning, and of every other that fits between. One more has to be refused.
 * @param taken milliseconds from before the first request until after the last answer
 */
export const mostIn = ({ limit, seconds }: Pick<Limit, 'limit' | 'seconds'>, taken: number): number =>
  limit * (Math.floor(taken / (seconds * 1000)) + 2);

export const isRefusal = ({ status }: Performed): boolean =>
  errors.ErrorRateLimited.http.some((one: number) => one === status);

/** That requests were let in which no way of counting allows. @param taken milliseconds that they took together */
export function neverRefused(limit: Limit, count: number, taken: number, last: Performed): Finding {
  const { http, code } = errors.ErrorRateLimited;
  const time = limit.seconds === 1 ? 'a second' : `${limit.seconds} seconds`;
  return {
    at: '/status',
    expected: `HTTP ${http[0]} with code ${code}: ${limit.limit} requests in ${time} are allowed`,
    got: `HTTP ${last.status} to the last of ${count} requests within ${(taken / 1000).toFixed(1)} s`,
    rule: `${limit.rule}/limit`,
    basis: stated,
  };
}
