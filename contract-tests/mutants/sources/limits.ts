// Mistakes in the rate limits and in what is said of them.
import type { SourceMutant } from '../mutant.ts';
import { ofKind } from './of-kind.ts';

const windows = 'sandbox/src/request/rate-windows.ts';
const counter = 'sandbox/src/core/rate-counter.ts';
const limit = 'sandbox/src/request/limit-rate.ts';
const told = 'sandbox/src/answer/rate-limit.ts';

const one = ofKind('limits');

const skipping = 'const limit: Limit = limits[name];';
const refused = 'if (remaining <= 0) return { admitted: false,';

export const rates: readonly SourceMutant[] = [
  one(
    'limits-never-enforced',
    'The limits stand in the headers and are never enforced.',
    counter,
    refused,
    'if (remaining < -1e9) return { admitted: false,',
  ),
  one(
    'limits-one-too-many',
    'One request more is let through than the limit says.',
    counter,
    refused,
    'if (remaining < 0) return { admitted: false,',
  ),
  one(
    'limits-one-too-few',
    'The last request that the limit allows is refused.',
    counter,
    refused,
    'if (remaining <= 1) return { admitted: false,',
  ),
  ...(
    [
      ['payments', 'Payments are made without a limit.'],
      ['verifications', 'Verifications are made without a limit.'],
      ['refunds', 'Refunds are made without a limit.'],
      ['reports', 'Reports are made without a limit.'],
      ['transactions', 'Transactions are read without a limit.'],
      ['webhook-subscribe', 'Webhooks are subscribed without a limit.'],
      ['webhook-unsubscribe', 'Webhooks are unsubscribed without a limit.'],
      ['webhook-test-burst', 'Webhooks are tested without the limit of three a minute.'],
      ['prepare-ip', 'Signatures are prepared without a limit by address.'],
    ] as const
  ).map(([name, summary]) =>
    one(
      `no-limit-of-${name}`,
      summary,
      windows,
      skipping,
      `if ((name as string) === '${name}') continue;\n    ${skipping}`,
    ),
  ),
  one(
    'no-limit-of-the-sandbox',
    'The sandbox lets a caller make any number of requests a second.',
    windows,
    'ratePerSecond > 0 ?',
    'ratePerSecond < 0 ?',
  ),
  one(
    'limits-of-all-terminals',
    'The requests of all terminals are counted together.',
    limit,
    'const byToken = caller ? `token ${caller.tokenId}` : byAddress;',
    "const byToken = caller ? 'token' : byAddress;",
  ),
  one(
    'limits-of-all-operations',
    'Payments, verifications and everything else are counted in one window.',
    windows,
    'key: `${name} ${owner}`',
    "key: `${name === 'sandbox' ? name : 'all'} ${owner}`",
  ),
  one(
    'limits-by-address',
    'Requests with a token are counted by address.',
    limit,
    'const byToken = caller ? `token ${caller.tokenId}` : byAddress;',
    'const byToken = byAddress;',
    'decision 11',
  ),
  one(
    'limits-by-the-hour',
    'A window of a minute lasts an hour.',
    windows,
    'milliseconds: window_seconds * 1000 }',
    "milliseconds: window_seconds * 1000 * (name === 'sandbox' ? 1 : 60) }",
  ),
  one(
    'limits-by-ten-seconds',
    'A window of a minute lasts ten seconds.',
    windows,
    'milliseconds: window_seconds * 1000 }',
    'milliseconds: Math.min(10, window_seconds) * 1000 }',
  ),
  one(
    'limits-begin-anew-with-each-request',
    'A window begins anew with each request, so that nobody who goes on asking is served again.',
    counter,
    'for (const window of windows) current(window, now).count += 1;',
    'for (const window of windows) Object.assign(current(window, now), { count: current(window, now).count + 1, endsAt: now + window.milliseconds });',
  ),
  one(
    'signed-requests-limited',
    'A valid signature lifts no limit.',
    windows,
    "if (signature === 'valid' && limit.lifted_by_signature) continue;",
    '',
  ),
  one(
    'signed-requests-never-limited',
    'A valid signature lifts the limits of webhooks as well.',
    windows,
    "if (signature === 'valid' && limit.lifted_by_signature) continue;",
    "if (signature === 'valid') continue;",
  ),
  one(
    'any-signature-lifts-limits',
    'A wrong signature lifts the limits like a valid one.',
    windows,
    "if (signature === 'valid' && limit.lifted_by_signature) continue;",
    "if (signature !== 'absent' && limit.lifted_by_signature) continue;",
    'decision 50',
  ),
  one(
    'limits-halved',
    'The gateway allows half of what is documented, and says so.',
    windows,
    '{ key: `${name} ${owner}`, limit,',
    '{ key: `${name} ${owner}`, limit: Math.ceil(limit / 2),',
  ),
  one(
    'limits-doubled',
    'The gateway allows twice of what is documented, and says so.',
    windows,
    '{ key: `${name} ${owner}`, limit,',
    '{ key: `${name} ${owner}`, limit: limit * 2,',
  ),
  one(
    'remaining-is-the-limit',
    'X-RateLimit-Remaining never falls.',
    told,
    'String(rateWindow.remaining)',
    'String(rateWindow.limit)',
  ),
  one(
    'remaining-counts-this-one',
    'X-RateLimit-Remaining still counts the request that is answered.',
    told,
    'String(rateWindow.remaining)',
    'String(rateWindow.remaining + 1)',
  ),
  one(
    'remaining-is-what-was-used',
    'X-RateLimit-Remaining tells how many requests were made.',
    told,
    'String(rateWindow.remaining)',
    'String(rateWindow.limit - rateWindow.remaining)',
  ),
  one(
    'reset-in-milliseconds',
    'X-RateLimit-Reset is in milliseconds.',
    told,
    'String(unixSeconds(rateWindow.endsAt + 999))',
    'String(rateWindow.endsAt)',
  ),
  one(
    'reset-an-hour-late',
    'X-RateLimit-Reset tells a moment an hour after the end of the window.',
    told,
    'String(unixSeconds(rateWindow.endsAt + 999))',
    'String(unixSeconds(rateWindow.endsAt + 3_600_000))',
  ),
  one(
    'reset-in-the-past',
    'X-RateLimit-Reset tells the beginning of the window.',
    told,
    'String(unixSeconds(rateWindow.endsAt + 999))',
    'String(unixSeconds(rateWindow.endsAt - 60_000))',
  ),
  one(
    'reset-moves',
    'X-RateLimit-Reset is always a minute away.',
    told,
    "'X-RateLimit-Reset': String(unixSeconds(rateWindow.endsAt + 999)),",
    "'X-RateLimit-Reset': String(Math.ceil(Date.now() / 1000) + 60),",
  ),
  one(
    'retry-after-always-one',
    'Retry-After says one second, however long it takes.',
    windows,
    "'Retry-After': String(wait)",
    "'Retry-After': '1'",
  ),
  one(
    'retry-after-in-milliseconds',
    'Retry-After is in milliseconds.',
    windows,
    "'Retry-After': String(wait)",
    "'Retry-After': String(wait * 1000)",
  ),
  one(
    'retry-after-too-early',
    'Whoever waits as long as Retry-After says is refused again.',
    windows,
    "'Retry-After': String(wait)",
    "'Retry-After': String(Math.max(1, Math.floor(wait / 2)))",
  ),
  one(
    'refused-requests-prolong-the-window',
    'Each refused request makes the window last longer.',
    counter,
    'if (remaining <= 0) return { admitted: false, window: { limit: window.limit, remaining: 0, endsAt } };',
    'if (remaining <= 0) {\n          Object.assign(current(window, now), { endsAt: endsAt + 1000 });\n          return { admitted: false, window: { limit: window.limit, remaining: 0, endsAt } };\n        }',
  ),
  one(
    'failures-not-counted',
    'A request with a wrong field is not counted.',
    'sandbox/src/request/steps.ts',
    '  limitRate, // 4: has the caller any request left?\n  demandSignature, // 5: … and refused late, since a wrong one uses them up\n  readBody, // 6: is it JSON?\n  examineFields, // 7: all faulty fields together\n',
    '  demandSignature,\n  readBody,\n  examineFields,\n  limitRate,\n',
    'decision 50',
  ),
  one(
    'strangers-not-counted',
    'Whoever guesses tokens is never limited.',
    'sandbox/src/request/steps.ts',
    '  limitStrangers, // 2: whoever guesses tokens has to wait like everybody else\n',
    '',
    'decision 52',
  ),
];
