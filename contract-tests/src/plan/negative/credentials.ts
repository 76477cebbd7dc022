// Breaks the token and the signature of a request, one way at a time.

import type { ContractOperation } from '../../contract/document.ts';
import { signing, tokens } from '../../contract/facts.ts';
import type { Expectation } from '../../judge/expectation.ts';
import { assumed } from '../../judge/word.ts';
import type { TestCase } from '../case.ts';
import { type Draft, draftOf, type SignatureHeaders } from '../draft.ts';

/** How far beyond the tolerance a timestamp is put, so that the distance of two clocks does not matter. */
const safelyBeyond = signing.tolerance_seconds + 60;

type Case = Omit<TestCase, 'id'>;

/** Tokens that have the form of one and belong to nobody. */
const foreign = 'x'.repeat(tokens.typical_length - tokens.prefixes.sandbox.length);

/** What an operation that needs a token answers to bad ones; the others must not mind (docs/decisions/0014, 0052). */
export function tokenCases(operation: ContractOperation): Case[] {
  const draft = draftOf(operation);
  const sent = (
    name: string,
    authorization: string | null,
    error: 'Missing' | 'Invalid',
    needs: Case['needs'],
    // That a request without a good token is refused is stated; which code a bad one gets is not.
    grounds: Pick<Expectation, 'codeBasis'> = { codeBasis: assumed(52) },
  ): Case => ({
    name: `token ${name}`,
    draft: { ...draft, authorization },
    expectation: operation.facts.token ? { errors: [`ErrorCredentials${error}`], ...grounds } : {},
    needs,
    tokenKnown: false,
    rule: operation.facts.token
      ? `#/components/schemas/ErrorCredentials${error}`
      : `${operation.pointer}/security`,
  });
  const wrong = Object.entries(tokens.prefixes).map(([environment, prefix]) =>
    sent(`of nobody, ${environment}`, `Bearer ${prefix}${foreign}`, 'Invalid', ['tokens']),
  );
  if (!operation.facts.token) {
    // A page for people and two open operations: a token that nobody knows must not fail them.
    return wrong.map((one) => ({
      ...one,
      expectation: operation.path.includes('{')
        ? {}
        : { status: operation.facts.successStatus, basis: assumed(14, 52) },
    }));
  }
  return [
    sent('missing', null, 'Missing', [], {}),
    sent('of another scheme', 'Basic aWRnOnRlc3Q=', 'Missing', []),
    sent('empty', 'Bearer ', 'Missing', ['tokens']),
    sent('malformed', 'Bearer not-a-token', 'Invalid', ['tokens']),
    ...wrong,
  ];
}

/** What an operation that takes signatures answers to bad ones. */
export function signatureCases(operation: ContractOperation): Case[] {
  if (!operation.facts.requestSigning) return [];
  const draft = draftOf(operation);
  const sent = (name: string, change: Partial<Draft>, error: 'Timestamp' | 'Signature'): Case => ({
    name: `signature ${name}`,
    draft: { ...draft, ...change },
    // Whether the terminal demands signatures is not known here, and only then the page says what a wrong one is worth.
    expectation: { errors: [`Error${error}Invalid`], basis: assumed(51) },
    needs: ['tokens', 'signatures'],
    tokenKnown: true,
    rule: `#/components/schemas/Error${error}Invalid`,
  });
  const forged = (
    name: string,
    forge: (genuine: SignatureHeaders) => SignatureHeaders,
    error: 'Timestamp' | 'Signature',
  ) => sent(name, { forge }, error);
  const signature = (name: string, change: (text: string) => string) =>
    forged(name, (genuine) => ({ ...genuine, signature: change(genuine.signature) }), 'Signature');
  return [
    sent('too old', { timestampOffset: -safelyBeyond }, 'Timestamp'),
    sent('from the future', { timestampOffset: safelyBeyond }, 'Timestamp'),
    forged(
      'with a timestamp that is no number',
      (genuine) => ({ ...genuine, timestamp: 'now' }),
      'Timestamp',
    ),
    signature('with one digit changed', (text) => (text.startsWith('0') ? '1' : '0') + text.slice(1)),
    signature('in capital letters', (text) => text.toUpperCase()),
    signature('cut to half', (text) => text.slice(0, text.length / 2)),
    forged(
      'of another timestamp',
      (genuine) => ({ ...genuine, timestamp: String(Number(genuine.timestamp) - 1) }),
      'Signature',
    ),
  ];
}
