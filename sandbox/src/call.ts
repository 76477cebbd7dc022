// One request on its way through the checks: each plugin adds what it has found out.
import type { ErrorName, OperationId } from '../../generated/facts.ts';
import type { Contract } from './contract/contract.ts';
import type { TerminalRow } from './storage/schema.ts';
import type { TokenFailure } from './terminals/lookup.ts';

/** Why a request has no caller although its operation wants one. */
export type TokenRefusal = TokenFailure | 'missing' | 'not a bearer token';

/** The terminal that sent the request, and the token it used. */
export interface Caller {
  terminalId: string;
  merchantCode: string;
  requireSignature: boolean;
  secretKey: string | null;
  terminalState: TerminalRow['state'];
  ipAllowList: string[] | null;
  tokenId: string;
  tokenHash: string;
  /** When the token stops working after a rotation; null for one that has not been rotated away. */
  graceEndsAt: number | null;
  /** Makes the terminal's identifiers repeatable; null for random ones. */
  seed: string | null;
  /** Whether a fault has been ordered for this terminal. */
  faultsOrdered: boolean;
  /** The dialects that the terminal has chosen, as its row holds them; null for the sandbox's own. */
  dialects: string | null;
}

export interface RateWindow {
  limit: number;
  remaining: number;
  /** Milliseconds, on the clock that the window was counted by. */
  endsAt: number;
}

export interface Call {
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

declare module 'fastify' {
  interface FastifyRequest {
    call: Call;
  }
  interface FastifyContextConfig {
    operation?: OperationId;
  }
}
