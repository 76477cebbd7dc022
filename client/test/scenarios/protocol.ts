// What a driver is asked and what it answers: one JSON object on a line of its input, one on a line of its output.
import type { OperationName } from '../../src/index.ts';

/** What the shop has stored with its order. The amount is in rials. */
export interface StoredPayment {
  authority: string;
  amount: number;
  order_id: string;
}

/** One delivery of a webhook as it reaches the shop. */
export interface Delivery {
  /** The exact bytes, in base64. */
  body: string;
  headers: [name: string, value: string][];
}

/**
 * Makes the client that later questions name; it stays until the driver ends, so that two orders share one client.
 * Answered with `ready`.
 */
export interface AskClient {
  do: 'client';
  name: string;
  base_url: string;
  environment: 'sandbox' | 'production';
  token: string;
  /** Signs when it is there. */
  secret_key?: string;
  /** Of one attempt. */
  timeout_ms: number;
  retries: number;
}

/** Creates a payment, with the key or with one that the client makes. Answered with `created` or `error`. */
export interface AskCreate {
  do: 'create';
  client: string;
  order: { amount: number; order_id: string; callback_url: string };
  idempotency_key?: string;
}

/** Verifies with the shop's record. Answered with `paid`, `not_paid`, `mismatch` or `unknown`. */
export interface AskVerify {
  do: 'verify';
  client: string;
  payment: StoredPayment;
}

/** Calls one operation by its operationId. Answered with `ok` or `error`. */
export interface AskCall {
  do: 'call';
  client: string;
  operation: OperationName;
  /** The authority, the body or the query. */
  input?: unknown;
  idempotency_key?: string;
}

/** Reads a callback as it reaches the shop. Answered with `callback` or `refused`. */
export interface AskCallback {
  do: 'callback';
  method: string;
  /** The query string without its question mark, and the body, both as they came. */
  query: string;
  body: string;
  /** What the shop finds in its database under the authority; null when it finds nothing. */
  stored: StoredPayment | null;
}

/** Verifies a delivery. Answered with `event` or `refused`. */
export interface AskWebhook extends Delivery {
  do: 'webhook';
  /**
   * How the framework gives the headers: names as they came, in lower case, with a list of values each, or as a CGI
   * variable (`HTTP_X_WEBHOOK_ID`). A driver uses the shape that its language has for it.
   */
  form: 'map' | 'lower' | 'lists' | 'cgi';
  secrets: string[];
}

/**
 * Handles deliveries with the inbox in memory, each one begun `after_ms` after the first. Answered with `delivered`.
 */
export interface AskDeliver {
  do: 'deliver';
  /** Names the inbox, which keeps what it knows from one question to the next. */
  inbox: string;
  deliveries: (Delivery & { after_ms: number })[];
  secrets: string[];
  /** How long one handler may take before another delivery takes over. */
  lease_ms: number;
  /** How long the handler takes, and how many of its first runs fail in the end. */
  handler: { takes_ms: number; failures: number };
}

/** Makes an amount of money. Answered with `amount` or `misuse`. */
export interface AskMoney {
  do: 'money';
  unit: 'rials' | 'toman';
  value: unknown;
}

export type Ask =
  | AskClient
  | AskCreate
  | AskVerify
  | AskCall
  | AskCallback
  | AskWebhook
  | AskDeliver
  | AskMoney;

/** A failed call, as the client tells it. */
export interface ToldError {
  /** A number of the catalogue, or `network`, `timeout`, `unreadable`, `untrusted`, `unexpected`, `unknown_code`. */
  code: number | string;
  /** The number as it came, also an unknown one. */
  gateway_code?: number;
  http_status?: number;
  /** The gateway's message in Persian. */
  persian?: string;
  request_id?: string;
  idempotency_key?: string;
  may_have_acted: boolean;
  /** What is wrong with which field: `details.validation`. */
  fields?: Record<string, string[]>;
}

export type Told =
  | { outcome: 'ready' }
  | { outcome: 'created'; authority: string; gateway_url: string; idempotency_key: string }
  | { outcome: 'ok'; data: unknown }
  | { outcome: 'paid'; ref_id: string; verified_at: string; already_verified: boolean }
  | { outcome: 'not_paid'; reason: string; final: boolean; error: ToldError }
  | { outcome: 'mismatch' | 'unknown'; error: ToldError }
  | { outcome: 'error'; error: ToldError }
  | { outcome: 'callback'; claim: string }
  | { outcome: 'event'; event: string; id: string; timestamp?: string; data: unknown }
  | { outcome: 'refused'; reason: string }
  /** What the shop answers to each delivery, in the order of the question, and how often its handler ran. */
  | { outcome: 'delivered'; answers: number[]; runs: number }
  | { outcome: 'amount'; rials: number }
  /** The developer's own mistake, told before anything is sent. */
  | { outcome: 'misuse'; message: string };
