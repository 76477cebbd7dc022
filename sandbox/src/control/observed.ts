// What the sandbox has seen of the requests that came to it, for the control API and the panel.
import type { Recent } from './recent.ts';
import type { RequestRecord } from './request-record.ts';
import type { SignatureFailure } from './signature-failure.ts';

export interface Observed {
  requests: Recent<RequestRecord>;
  /** Requests without a caller, by whether their token was refused: monitors push no refusal out. */
  unknownCallers: Recent<RequestRecord, 'refused' | 'not needed'>;
  signatureFailures: Recent<SignatureFailure>;
  /** Kept when no refused signature is being explained. */
  explaining: Promise<unknown>;
}
