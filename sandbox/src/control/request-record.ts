// One request of a merchant and its answer, as the control API shows them afterwards.
import type { OperationId } from '../../../generated/facts.ts';
import { sensitiveFields } from '../../../generated/facts.ts';

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
  /** What an order has made of the answer; null for nothing. */
  fault: string | null;
  milliseconds: number;
  requestHeaders: Record<string, string | string[] | undefined>;
  answerHeaders: Record<string, number | string | string[] | undefined>;
  requestText: string;
  answerText: string;
}

/** The JSON value of a text with everything sensitive taken out; null for what is not JSON. */
function redacted(text: string): unknown {
  try {
    return JSON.parse(text, (name, value) =>
      (sensitiveFields as readonly string[]).includes(name) && typeof value === 'string'
        ? '[redacted]'
        : value,
    );
  } catch {
    return null;
  }
}

/** The record as it is shown: the bodies as JSON values, without card numbers, mobiles and secrets. */
export function shown(record: RequestRecord) {
  const { sequence, request_id, at, operation, method, path, status, signature, fault } = record;
  const seen = { sequence, request_id, at, operation, method, path, status, signature, fault };
  return { ...seen, request: redacted(record.requestText), answer: redacted(record.answerText) };
}
