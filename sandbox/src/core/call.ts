// One request on its way through the sandbox, and what its steps have found out so far.
import type { IncomingHttpHeaders } from 'node:http';
import type { ErrorName, OperationId } from '../../../generated/facts.ts';
import type { Contract } from '../contract/contract.ts';
import type { Caller, TokenRefusal } from '../terminals/caller.ts';
import type { RateWindow } from './rate-counter.ts';

/** A request as it travelled, its body aside. */
export interface Incoming {
  method: string;
  /** Path and query. */
  url: string;
  headers: IncomingHttpHeaders;
}

export interface Call extends Incoming {
  operation: OperationId;
  requestId: string;
  /** On the measuring clock. */
  startedAt: number;
  /** The moment of the request: on the terminal's clock once the terminal is known. */
  now: number;
  ip: string;
  /** The contract as the caller's terminal speaks it; the sandbox's own as long as no caller is known. */
  contract: Contract;
  caller: Caller | undefined;
  /** Why there is no caller; undefined where none is wanted. */
  tokenRefusal: TokenRefusal | undefined;
  /** The exact bytes of the body; empty when there is none. */
  rawBody: Buffer;
  body: unknown;
  path: Record<string, string>;
  query: Record<string, string | number | undefined>;
  idempotencyKey: string | undefined;
  /** What the check of the request's signature gave. */
  signature: 'absent' | 'valid' | ErrorName;
  /** The window with the fewest requests left, for the headers. */
  rateWindow: RateWindow | undefined;
  /** What an order has made of the answer: it never arrives, or it is a firewall's. */
  fault: 'connection_cut' | 'firewall_page' | undefined;
}

/** A call whose caller is known: every operation that needs a token has one. */
export type AuthenticatedCall = Call & { caller: Caller };
