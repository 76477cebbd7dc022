// Who may call: tokens that have been revoked, rotated away or have outlived their time, and terminals that are closed.

import type { Basis } from '../../../../foundation/reader/basis.ts';
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { type ErrorName, errors, tokens as facts, sandbox, signing } from '../../contract/facts.ts';
import { type Finding, shown } from '../../judge/finding.ts';
import { assumed, stated } from '../../judge/word.ts';
import type { Chapter, Seen } from '../chapter.ts';
import { edgeOf } from '../clocks.ts';
import type { Known, Terminal, Token } from '../known.ts';
import { serverErrors } from '../outcome.ts';

const day = 24 * 60 * 60;

/** Why a token is worth nothing any more, or from when on it is not. */
interface End {
  at: number;
  why: string;
  rule: string;
  /** The lines of the page that say so. */
  lines: string;
}

/** Everything that ends a token. */
function endsOf({ rotatedAt, revokedAt, issuedAt }: Token, { environment }: Known): End[] {
  const { rotation } = facts;
  return [
    ...(revokedAt === undefined
      ? []
      : [{ at: revokedAt, why: 'it was revoked', rule: '#/x-tokens/emergency_revoke', lines: '104-112' }]),
    ...(rotatedAt === undefined
      ? []
      : [
          {
            at: rotatedAt + rotation.grace_seconds,
            why: `it was rotated away more than ${rotation.grace_seconds / 3600} hours ago`,
            rule: '#/x-tokens/rotation/grace_seconds',
            lines: '88-94',
          },
        ]),
    ...(issuedAt === undefined || environment !== 'sandbox'
      ? []
      : [
          {
            at: issuedAt + sandbox.token_lifetime_days * day,
            why: `it is older than ${sandbox.token_lifetime_days} days`,
            rule: '#/x-sandbox/token_lifetime_days',
            lines: '2377',
          },
        ]),
  ];
}

const codeIn = ({ body }: Seen) => nodeAt(body, '/error/code');

/** What came instead of a refusal, in words. */
const cameInstead = (seen: Seen) =>
  `HTTP ${seen.answer.status}${seen.isSuccess ? ', a success' : ` with code ${shown(codeIn(seen))}`}`;

const isCode = (seen: Seen, ...names: ErrorName[]): boolean =>
  names.some((name) => errors[name].code === codeIn(seen));

/** Errors of which a caller without a good token hears all the same: it has asked too often, or the server has failed. */
const always: ErrorName[] = ['ErrorRateLimited', ...serverErrors];

/** A refusal that had to come. @param names the errors with which it may come */
function demanded(seen: Seen, names: ErrorName[], expected: string, rule: string, basis: Basis): Finding[] {
  if (isCode(seen, ...names, ...always) || seen.answer.status >= 500) return [];
  return [
    {
      at: '/status',
      expected,
      got: cameInstead(seen),
      rule,
      // That the caller is refused is firmer than the code that tells so.
      basis: seen.isSuccess ? basis : assumed(50, 52),
    },
  ];
}

const inWords = (name: ErrorName) => `code ${errors[name].code}`;

/** A token that is over is refused, and one that is not is taken. */
function judgeToken(seen: Seen, token: Token, terminal: Terminal, known: Known): Finding[] | undefined {
  const edge = edgeOf(terminal.id, known);
  const ends = endsOf(token, known);
  const past = ends.find(({ at }) => seen.period.from - edge > at);
  // An emergency revocation takes effect with the next request (docs/decisions/0052).
  const revoked = token.revokedAt !== undefined && seen.period.from >= token.revokedAt ? ends[0] : undefined;
  const end = revoked ?? past;
  if (end) {
    return demanded(
      seen,
      ['ErrorCredentialsInvalid'],
      `${inWords('ErrorCredentialsInvalid')} for this token: ${end.why}`,
      end.rule,
      { kind: 'stated', lines: end.lines },
    );
  }
  if (ends.some(({ at }) => seen.period.to + edge >= at)) return [];
  if (!terminal.isAlone || !isCode(seen, 'ErrorCredentialsInvalid')) return undefined;
  const { rotatedAt } = token;
  return [
    {
      at: '/status',
      expected:
        rotatedAt === undefined
          ? 'the token to be taken: it was issued for this terminal'
          : `the token to be taken, as for ${facts.rotation.grace_seconds / 3600} hours after its rotation`,
      got: cameInstead(seen),
      rule:
        rotatedAt === undefined
          ? '#/components/schemas/ErrorCredentialsInvalid'
          : '#/x-tokens/rotation/grace_seconds',
      basis: stated,
    },
  ];
}

/** The old token of a rotation is told when it will stop to work. */
function judgeMoment({ answer }: Seen, { rotatedAt }: Token, edge: number): Finding[] {
  const name = 'X-Token-Deprecated-Expires-At';
  const text = answer.headers[name.toLowerCase()];
  const moment = Date.parse(text ?? '') / 1000;
  if (rotatedAt === undefined || Number.isNaN(moment)) return [];
  const end = rotatedAt + facts.rotation.grace_seconds;
  if (Math.abs(moment - end) <= edge) return [];
  return [
    {
      at: `/headers/${name}`,
      expected: `${new Date(end * 1000).toISOString()}, ${facts.rotation.grace_seconds / 3600} hours after the rotation`,
      got: shown(text),
      rule: '#/components/headers/TokenDeprecatedExpiresAt',
      basis: { kind: 'stated', lines: '96-101' },
    },
  ];
}

/** A terminal that is closed to this machine, or that is not active, or that demands signatures. */
function judgeTerminal(seen: Seen, { isOpen, isActive, requireSignature }: Terminal): Finding[] {
  const refused = (names: ErrorName[], why: string) =>
    demanded(
      seen,
      names,
      `${inWords(names[0] as ErrorName)}: ${why}`,
      `#/components/schemas/${names[0]}/x-status-code`,
      stated,
    );
  if (!isOpen) return refused(['ErrorIpNotAllowed'], 'this address is not on the list of the terminal');
  if (!isActive) return refused(['ErrorTerminalInactive'], 'the terminal is not active');
  const { operation, request } = seen;
  const sent = new Set(Object.keys(request.headers).map((name) => name.toLowerCase()));
  const { signature_header, timestamp_header } = signing.request;
  const isSigned = [signature_header, timestamp_header].every((name) => sent.has(name.toLowerCase()));
  if (!requireSignature || !operation.facts.requestSigning || isSigned) return [];
  return refused(['ErrorSignatureMissing'], 'the terminal demands signed requests, and this one is not');
}

export const tokens: Chapter = {
  judge: (seen, known) => {
    const token = known.tokens.get(seen.token ?? '');
    const { terminal } = seen;
    if (!token || !terminal || !seen.operation.facts.token) return [];
    const judged = judgeToken(seen, token, terminal, known);
    if (judged) return judged;
    return [...judgeMoment(seen, token, edgeOf(terminal.id, known)), ...judgeTerminal(seen, terminal)];
  },
};
