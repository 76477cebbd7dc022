// What the sandbox has seen of the requests that came to it, for the control API and the panel.
import { type Recent, recent } from './recent.ts';
import { type RequestRecord, sizeOfRecord } from './request-record.ts';
import { type SignatureFailure, sizeOfFailure } from './signature-failure.ts';

export interface Observed {
  requests: Recent<RequestRecord>;
  /** Requests without a caller, by whether their token was refused: monitors push no refusal out. */
  unknownCallers: Recent<RequestRecord, 'refused' | 'not needed'>;
  signatureFailures: Recent<SignatureFailure>;
  /** Kept when no refused signature is being explained. */
  explaining: Promise<unknown>;
}

/** @returns what has been seen before the first request: nothing. */
export function observedSoFar(): Observed {
  return {
    requests: recent(200, { sizeOf: sizeOfRecord }),
    unknownCallers: recent(100, { bytes: 2 ** 20, sizeOf: sizeOfRecord }),
    signatureFailures: recent(50, { bytes: 4 * 2 ** 20, sizeOf: sizeOfFailure }),
    explaining: Promise.resolve(),
  };
}
