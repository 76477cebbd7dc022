// Judges the signature of an answer with the secret key of the caller's terminal.

import type { ContractOperation, DocumentedResponse } from '../contract/document.ts';
import { signing } from '../contract/facts.ts';
import { type SignatureFault, signatureFault, signResponse } from '../signatures.ts';
import type { Circumstances, ReceivedAnswer } from './exchange.ts';
import type { Finding } from './finding.ts';
import { mustBeSigned } from './headers.ts';

const { signature_header, timestamp_header, tolerance_seconds } = {
  ...signing.response,
  tolerance_seconds: signing.tolerance_seconds,
};

const words: Partial<Record<SignatureFault, { expected: string; got: string; header: string }>> = {
  signature_mismatch: {
    expected: 'the HMAC-SHA256 of body + ":" + timestamp with the secret key of the terminal',
    got: 'a signature that does not fit these bytes and this key',
    header: signature_header,
  },
  timestamp_outside_tolerance: {
    expected: `a time at most ${tolerance_seconds} seconds away`,
    got: 'a time further away',
    header: timestamp_header,
  },
};

/** @returns nothing when the answer need not be signed, or when a header is missing or malformed: that is found elsewhere. */
export function judgeSignature(
  answer: ReceivedAnswer,
  operation: ContractOperation,
  response: DocumentedResponse,
  circumstances: Circumstances,
): Finding[] {
  if (!mustBeSigned(operation, circumstances)) return [];
  const signature = answer.headers[signature_header.toLowerCase()];
  const timestamp = answer.headers[timestamp_header.toLowerCase()];
  const expected = signResponse(answer.body, timestamp ?? '', circumstances.secretKey as string);
  // Recorded traffic has no clock but its own.
  const now = circumstances.now ?? Number(timestamp);
  const fault = signatureFault({ signature, timestamp, now, expected });
  const found = fault && words[fault];
  if (!found) return [];
  const rule = response.headers.find(({ name }) => name === found.header)?.pointer ?? '#/x-signing/response';
  return [{ at: `/headers/${found.header}`, expected: found.expected, got: found.got, rule }];
}
