// An answer that is about to leave, and what its headers are made of.
import type { Call } from '../core/call.ts';

export interface Leaving {
  status: number;
  /** The body; what is no text gets no signature. */
  payload: unknown;
}

/** What an answer says of one subject; undefined for nothing. */
export type HeadersOf = (call: Call, answer: Leaving) => Record<string, string> | undefined;
