// Why a request's signature was refused, as the control API shows it.
import type { Difference } from '../signing/diagnosis/difference.ts';

/** A refused signature as the control API shows it; card and mobile numbers are masked in every text. */
export interface SignatureFailure {
  request_id: string;
  /** Unix seconds on the terminal's clock. */
  at: number;
  method: string;
  path: string;
  code: number;
  causes: string[];
  explanation: { en: string[]; fa: string[] };
  /** METHOD:endpoint:body:timestamp of the request as it came. */
  must_be_signed: string;
  /** What the sender signed instead, where the causes tell it. */
  was_signed: string | null;
  first_difference: Difference | null;
  /** Seconds by which the timestamp is ahead of the clock. */
  seconds_ahead: number | null;
}

/** How many bytes an explanation takes in memory, more or less. */
export function sizeOfFailure({ path, must_be_signed, was_signed }: SignatureFailure): number {
  return 2_000 + 2 * (path.length + must_be_signed.length + (was_signed?.length ?? 0));
}
