// What faulty servers are made of: changes to right answers that keep everything else right, the signature included.
import { type OperationId, signing } from '../../../generated/facts.ts';
import type { ReceivedAnswer } from '../../src/judge/exchange.ts';
import type { Word } from '../../src/judge/word.ts';
import { signResponse } from '../../src/signatures.ts';
import type { Fault, Mutated, PassedRequest } from './mutating.ts';

/** A server with one fault, and what the report must say of it. */
export interface FaultyServer {
  fault: string;
  /** The case of the run that meets the fault. */
  only: string;
  server: Fault;
  /** Where in the answer the report must point. */
  at: string;
  /** A file of openapi/, and what must stand in the line that the report names. */
  place: [file: string, line: RegExp];
  /** What the report must call it, when the page does not state the rule. */
  word?: Exclude<Word, 'broken'>;
  /** The right server behind it: the sandbox, or the mock where an answer must equal its example. */
  behind?: 'mock';
}

export type Change = (answer: ReceivedAnswer, request: PassedRequest) => Mutated;

export const signatureHeader = signing.response.signature_header.toLowerCase();
export const timestampHeader = signing.response.timestamp_header.toLowerCase();

/** Applies a change to the answers of one operation with one status. */
export const on =
  (operation: OperationId, status: number, change: Change): Fault['answer'] =>
  (answer, request) =>
    request.operation === operation && answer.status === status ? change(answer, request) : answer;

export const withStatus =
  (status: number) =>
  (answer: ReceivedAnswer): ReceivedAnswer => ({ ...answer, status });

export const withHeaders =
  (change: (headers: Record<string, string>) => void) =>
  (answer: ReceivedAnswer): ReceivedAnswer => {
    const headers = { ...answer.headers };
    change(headers);
    return { ...answer, headers };
  };

/** The headers of a request without its signature, for servers that change what was signed. */
export function withoutSignature(headers: Record<string, string>): Record<string, string> {
  const names = [signing.request.signature_header, signing.request.timestamp_header];
  const dropped = names.map((name) => name.toLowerCase());
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !dropped.includes(name)));
}

export interface Changes {
  /** Signs an answer anew as the right server had signed it before it was changed. */
  signed: (changed: ReceivedAnswer, original: ReceivedAnswer) => ReceivedAnswer;
  withText: (change: (text: string) => string) => Change;
  // biome-ignore lint/suspicious/noExplicitAny: the faults reach into bodies of every shape
  withBody: (change: (body: any) => void) => Change;
  /** A token that the right server knows. */
  token: () => string;
}

/** @param secrets the secret keys of all terminals that may have been answered */
export function changesOf({
  secrets,
  token,
}: {
  secrets: () => Iterable<string>;
  token: () => string;
}): Changes {
  const signed: Changes['signed'] = (changed, original) => {
    const { [signatureHeader]: before, [timestampHeader]: time = '' } = original.headers;
    const secret = [...secrets()].find((one) => signResponse(original.body, time, one) === before);
    if (secret === undefined) return changed;
    const signature = signResponse(changed.body, changed.headers[timestampHeader] ?? time, secret);
    return { ...changed, headers: { ...changed.headers, [signatureHeader]: signature } };
  };
  const withText: Changes['withText'] = (change) => (answer) =>
    signed({ ...answer, body: Buffer.from(change(Buffer.from(answer.body).toString('utf8'))) }, answer);
  return {
    signed,
    withText,
    withBody: (change) =>
      withText((text) => {
        const body = JSON.parse(text);
        change(body);
        return JSON.stringify(body);
      }),
    token,
  };
}
