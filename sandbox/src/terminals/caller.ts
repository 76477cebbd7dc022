// Who sent a request, and why a token belongs to nobody.
import type { TerminalRow } from '../storage/schema.ts';

/** Why a token does not work; told on the log, in the panel and by the control API, and never in an answer. */
export type TokenFailure = 'malformed' | 'unknown' | 'revoked' | 'expired' | 'grace over';

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
  /** Whether rate limits count its requests. */
  rateLimits: boolean;
}
