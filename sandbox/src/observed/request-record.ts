// One request of a merchant and its answer, as the control API shows them afterwards.
import type { OperationId } from '../../../generated/facts.ts';
import { blotted, covered, withoutConfidential } from '../core/confidential.ts';
import type { TokenRefusal } from '../terminals/caller.ts';

export interface RequestRecord {
  /** Grows with each request of the process. */
  sequence: number;
  request_id: string;
  /** Unix milliseconds on the terminal's clock. */
  at: number;
  operation: OperationId;
  method: string;
  path: string;
  status: number;
  /** What the check of the signature gave: absent, valid, or the error. */
  signature: string;
  /** Why its token does not work; only in the record of a request without a caller. */
  token?: TokenRefusal | 'not needed';
  /** What an order has made of the answer; null for nothing. */
  fault: string | null;
  milliseconds: number;
  requestHeaders: Record<string, string | string[] | undefined>;
  answerHeaders: Record<string, number | string | string[] | undefined>;
  requestText: string;
  answerText: string;
}

/** What its headers and its other parts take, in bytes. */
const overhead = 2_000;

/** How many bytes a record takes in memory, more or less: a text that is not Latin takes two for each character. */
export function sizeOfRecord({ path, requestText, answerText }: RequestRecord): number {
  return overhead + 2 * (path.length + requestText.length + answerText.length);
}

/** The JSON value of a text with everything sensitive taken out; null for what is not JSON. */
function redacted(text: string): unknown {
  try {
    return withoutConfidential(JSON.parse(text));
  } catch {
    return null;
  }
}

/** How much is kept of a path that a stranger has written. */
const longestPath = 300;

/** A path that anybody may have written: short, and without its query or anything that could be a secret. */
export function pathOfUnknown(url: string): string {
  const [path = '', query] = url.split('?', 2);
  const short = path.length > longestPath ? `${path.slice(0, longestPath)}…` : path;
  const rest = query === undefined ? '' : '?…';
  return covered(short, blotted) + rest;
}

/** The record as it is shown: the bodies as JSON values, without card numbers, mobiles and secrets. */
export function shown(record: RequestRecord) {
  const { sequence, request_id, at, operation, method, status, signature, fault } = record;
  const path = covered(record.path, blotted);
  const seen = { sequence, request_id, at, operation, method, path, status, signature, fault };
  const token = record.token === undefined ? {} : { token: record.token };
  return { ...seen, ...token, request: redacted(record.requestText), answer: redacted(record.answerText) };
}
