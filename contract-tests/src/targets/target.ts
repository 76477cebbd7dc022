// What a run needs to know of the server that it judges.
import type { Hosting } from '../deliveries/hosting.ts';
import type { Callback } from '../payer/callback.ts';
import type { Payer } from '../payer/payer.ts';
import type { Capability } from '../plan/case.ts';

/** Somebody who may call: a token, and the secret key of its terminal when it has one. */
export interface Credentials {
  token?: string;
  secretKey?: string;
}

export interface Target {
  /** As the report calls it. */
  name: string;
  /** Its address, without a path. */
  url: string;
  /** Further processes that share one state with it; they are asked in turn. */
  neighbours?: readonly string[];
  /** A mock answers with the example that is asked for, knows no caller and has no clock. */
  mock: boolean;
  environment: 'production' | 'sandbox';
  capabilities: ReadonlySet<Capability>;
  /** Why a capability is missing, in words that tell what to do. */
  without: Partial<Record<Capability, string>>;
  credentials: Credentials;
  /** The server's clock in Unix seconds, as the terminal of this token sees it. */
  now: (token?: string) => number;
  /** Lets time pass for the caller with this token; a server without such a device is waited for. */
  pass?: (milliseconds: number, token?: string) => Promise<void>;
  /** The control API of a sandbox. */
  control?: Control;
  /** Another terminal than the caller's. */
  second?: Credentials;
  /** Who pays where no control API does. */
  payer?: Payer;
  /** Where the gateway's callbacks reach the run. */
  callbacks?: Callbacks;
  /** Where endpoints for webhooks are put; each on this machine when it is not given. */
  hosting?: Hosting;
  close: () => Promise<void>;
}

/** Takes the callbacks of payments, each at an address of its own. */
export interface Callbacks {
  urlFor: (orderId: string) => string;
}

/** A terminal to be made; with a secret key, without a demand for signatures, active and open to all, unless it says otherwise. */
export interface NewTerminal {
  requireSignature?: boolean;
  secretKey?: null;
  ipAllowList?: string[];
  state?: 'inactive' | 'suspended' | 'under_review';
}

export interface SandboxTerminal {
  id: string;
  token: string;
  secretKey?: string;
}

/** What a sandbox can do beside the API, so that every answer of it can be brought about. */
export interface Control {
  createTerminal: (wanted?: NewTerminal) => Promise<SandboxTerminal>;
  rotateToken: (terminal: string) => Promise<string>;
  /** Ends every token of a terminal at once. */
  revokeTokens: (terminal: string) => Promise<void>;
  /** @param by whose payment it is, so that it is known what its clock shows */
  pay: (authority: string, card: string, by?: SandboxTerminal) => Promise<Callback>;
  /** As `pay`, with a card that the payment may not take. @returns whether it was taken */
  tryCard: (authority: string, card: string, by?: SandboxTerminal) => Promise<boolean>;
  advance: (terminal: SandboxTerminal, seconds: number) => Promise<void>;
  /** Transfers what the verified payments of a terminal have brought, or fails to. */
  settle: (terminal: SandboxTerminal, outcome: 'completed' | 'failed') => Promise<void>;
  /** Makes the next request of a terminal (or without one) fail with this code. */
  fail: (code: number, terminal?: string, operation?: string) => Promise<void>;
}
