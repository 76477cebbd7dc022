// The limits: each is enforced, none before it is due, and what the answers say of them fits what was sent.
import { errors } from '../../contract/facts.ts';
import type { Finding } from '../../judge/finding.ts';
import { readLimits } from '../../judge/headers.ts';
import { assumed, stated } from '../../judge/word.ts';
import type { Chapter, Seen } from '../chapter.ts';
import type { Known, RateWindow, Terminal } from '../known.ts';
import type { Period, SentCall } from '../observation.ts';
import { counting, isInside, isSigned, type Limit, letIn, limitsOn } from '../rates.ts';

/** Whoever is turned away by these comes to no limit of a token, but to that of the address (decision 50). */
const ofStrangers = ['ErrorCredentialsMissing', 'ErrorCredentialsInvalid'];
const before = [...ofStrangers, 'ErrorIpNotAllowed', 'ErrorTerminalInactive'];

const isRefused = ({ error, answer }: Seen) => error === 'ErrorRateLimited' || answer.status === 429;

/** How often the limit of a fixed window can be reached in a time as long as it: at its end, and at the next one's beginning. */
const overlapping = 2;

/** The limits that a call comes to, with what is known of each. */
function limitsOf(seen: Seen, { environment, rates }: Known): [Limit, RateWindow | undefined][] {
  const { operation, error, terminal, period } = seen;
  const isStranger = !operation.facts.token || (error !== undefined && ofStrangers.includes(error));
  const token = isStranger ? undefined : seen.token;
  if (!isStranger && token === undefined) return [];
  const signed = isSigned(seen, terminal, period);
  return limitsOn(operation, token, signed, environment).map((limit) => [limit, rates.get(limit.key)]);
}

const seconds = (count: number) => (count === 1 ? 'a second' : `${count} seconds`);

const allowed = ({ limit, seconds: time }: Limit) => `${limit} requests in ${seconds(time)} are allowed`;

/** Whether nobody but the run can have used up the limits of a caller. */
const isAlone = (terminal: Terminal | undefined) => terminal?.isAlone === true;

/** Something was let in that had to be refused. */
function unenforced(seen: Seen, [limit, window]: [Limit, RateWindow | undefined]): Finding[] {
  const { period, terminal, meanwhile, status } = seen;
  if (!window) return [];
  const { code } = errors.ErrorRateLimited;
  const finding = (count: number, basis: Finding['basis']): Finding => ({
    at: '/status',
    expected: `HTTP ${errors.ErrorRateLimited.http[0]} with code ${code}: ${allowed(limit)}`,
    got: `HTTP ${status} to request ${count} within ${seconds(limit.seconds)}`,
    rule: `${limit.rule}/limit`,
    ...(basis && { basis }),
  });
  const { least } = letIn(window, period, limit.seconds);
  if (least >= overlapping * limit.limit) return [finding(least + 1, stated)];
  // When a window begins is no more than assumed, and another user may have begun it.
  const isExact = isAlone(terminal) && window.isOrdered && meanwhile.length === 0;
  if (!isExact || isInside(window, period, limit.seconds) !== true || window.least < limit.limit) return [];
  return [finding(window.least + 1, assumed(11))];
}

/** Something was refused that had to be let in. */
function early(seen: Seen, limits: [Limit, RateWindow | undefined][]): Finding[] {
  const { period, terminal, token, meanwhile } = seen;
  const { code, http } = errors.ErrorRateLimited;
  if (!isAlone(terminal) || limits.length === 0) return [];
  if (terminal?.failures.some((failure) => failure.code === code)) return [];
  const others = meanwhile.filter((call) => call.token === token).length;
  const most = ([limit, window]: [Limit, RateWindow | undefined]) =>
    letIn(window, period, limit.seconds).most + others;
  const [first] = limits.map(([limit]) => limit);
  const got = `HTTP ${http[0]} with code ${code}, after ${limits
    .map((one) => `${most(one)} within ${seconds(one[0].seconds)}`)
    .join(' and ')}`;
  const finding: Finding = {
    at: '/status',
    expected: `that the request is let in: ${limits.map(([limit]) => allowed(limit)).join(', and ')}`,
    got,
    rule: `${first?.rule}/limit`,
    basis: stated,
  };
  if (limits.every((one) => most(one) < one[0].limit)) return [finding];
  const inWindow = ([limit, window]: [Limit, RateWindow | undefined]) =>
    window && isInside(window, period, limit.seconds) !== false ? window.most + others : others;
  if (limits.every((one) => inWindow(one) < one[0].limit)) return [{ ...finding, basis: assumed(11) }];
  if (limits.every(([, window]) => window?.free !== undefined && window.free <= period.from)) {
    return [
      {
        ...finding,
        expected:
          'that the request is let in, since the time of Retry-After is over and nothing was sent since',
        got: `HTTP ${http[0]} with code ${code} again`,
        rule: '#/components/headers/RetryAfter',
      },
    ];
  }
  return [];
}

/** How many seconds the headers may be beside what was counted, for a clock that is read twice. */
const slack = 2;

/** What the headers say of the window that they are about. */
function headersOf(seen: Seen, limits: [Limit, RateWindow | undefined][], known: Known): Finding[] {
  const { operation, answer, status, terminal, meanwhile, period } = seen;
  const response = operation.responses.get(answer.status) ?? operation.responses.get(status);
  if (!response || !isAlone(terminal) || meanwhile.length > 0) return [];
  const { limit: shown, remaining, reset, wait } = readLimits(answer, response);
  const own = limits.filter(([limit]) => limit.limit === shown?.value);
  const [about] = own;
  if (own.length !== 1 || !about || !known.rates.has(about[0].key) || !about[1]) return [];
  const [limit, window] = about;
  if (isInside(window, period, limit.seconds) !== true || !window.isOrdered) return [];
  const findings: Finding[] = [];
  const find = (name: string, expected: string, got: number, rule: string) =>
    findings.push({ at: `/headers/${name}`, expected, got: String(got), rule, basis: assumed(11) });
  const one = isRefused(seen) ? 0 : 1;
  const left = {
    least: Math.max(0, limit.limit - window.most - one),
    most: Math.max(0, limit.limit - window.least - one),
  };
  if (remaining && (remaining.value < left.least || remaining.value > left.most)) {
    const expected = left.least === left.most ? `${left.most}` : `${left.least} to ${left.most}`;
    find(
      remaining.documented.name,
      `${expected}, since the window has counted ${window.least + one} of ${limit.limit}`,
      remaining.value,
      remaining.documented.pointer,
    );
  }
  const ends = { from: window.start.from + limit.seconds, to: window.start.to + limit.seconds };
  if (reset && (reset.value < ends.from - slack || reset.value > ends.to + slack)) {
    find(
      reset.documented.name,
      `the end of the window that has begun at ${window.start.from}: ${ends.from}`,
      reset.value,
      reset.documented.pointer,
    );
  }
  const due = ends.from - period.to;
  if (isRefused(seen) && wait && wait.value < due - slack) {
    find(
      wait.documented.name,
      `the seconds until the window ends, ${due}`,
      wait.value,
      wait.documented.pointer,
    );
  }
  return findings;
}

function learnAnswer(seen: Seen, known: Known): void {
  const { error, period, meanwhile, answer, operation, status, isSuccess } = seen;
  const limits = limitsOf(seen, known);
  if (isRefused(seen)) {
    const response = operation.responses.get(answer.status) ?? operation.responses.get(status);
    const wait = response && readLimits(answer, response).wait;
    if (!wait) return;
    for (const [{ key }, window] of limits) {
      if (window) known.rates.set(key, { ...window, free: period.to + 1 + wait.value });
    }
    return;
  }
  const isStranger = error !== undefined && ofStrangers.includes(error);
  if (error !== undefined && before.includes(error) && !isStranger) return;
  // A failing server, or one that speaks otherwise, may not have counted.
  const isSure = isSuccess || (error !== undefined && answer.status < 500);
  for (const [limit, window] of limits) {
    const counted = { isSure, isOrdered: meanwhile.length === 0 };
    known.rates.set(limit.key, counting(window, period, limit, counted));
  }
}

/** A call without an answer may have been counted. */
function learnLoss(call: SentCall, { environment, rates }: Known): void {
  for (const limit of limitsOn(call.operation, call.token, false, environment)) {
    const window = rates.get(limit.key);
    if (!window) continue;
    const lost: Period = window.recent.at(-1)?.at ?? window.start;
    rates.set(limit.key, counting(window, lost, limit, { isSure: false, isOrdered: false }));
  }
}

export const limits: Chapter = {
  judge: (seen, known) => {
    const own = limitsOf(seen, known);
    if (isRefused(seen)) return [...early(seen, own), ...headersOf(seen, own, known)];
    // Of a failing server nobody knows whether it has come to counting.
    if (seen.error && before.includes(seen.error) && !ofStrangers.includes(seen.error)) return [];
    if (!seen.isSuccess && (!seen.error || seen.answer.status >= 500)) return [];
    const [found] = own.flatMap((one) => unenforced(seen, one));
    return [...(found ? [found] : []), ...headersOf(seen, own, known)];
  },
  learn: learnAnswer,
  lose: learnLoss,
};
