// What the model is told: requests with their answers, and whatever else happens at a gateway, each in its order.
import type { ContractOperation } from '../contract/document.ts';
import type { ErrorName, testCards, WebhookEvent } from '../contract/facts.ts';
import type { ReceivedAnswer, SentRequest } from '../judge/exchange.ts';

/** Between which moments something happened, in Unix seconds on the clock of the terminal that it belongs to. */
export interface Period {
  from: number;
  to: number;
}

/** A request that has been sent, as far as it can be read without knowing anything else. */
export interface SentCall {
  operation: ContractOperation;
  request: SentRequest;
  /** The bearer token that it carries. */
  token?: string;
  /** The body as JSON; undefined when there is none or none that could be read. */
  sent: unknown;
  query: ReadonlyMap<string, string>;
  /** The payment that it is about, by its path or its body. */
  authority?: string;
  /** Its idempotency key, under either name. */
  key?: string;
}

/** A call with the answer to it. */
export interface Exchanged extends SentCall {
  answer: ReceivedAnswer;
  /** The documented status that the answer was taken for, which may be another than its own. */
  status: number;
  /** The body as read; undefined when it could not be. */
  body: unknown;
  isSuccess: boolean;
  /** The error of the catalogue that it is. */
  error?: ErrorName;
  /** From the moment before the request was sent until the answer was there. */
  period: Period;
}

/** What happens beside the API, as far as somebody has seen it. */
export type Happening =
  | { kind: 'terminal'; terminal: NewTerminalSeen }
  | { kind: 'token rotated'; terminal: string; token: string; at: number }
  | { kind: 'tokens revoked'; terminal: string; at: number }
  /** The payer has been on the page of a payment. */
  | { kind: 'payer'; authority: string; act: PayerAct; at: number }
  | { kind: 'clock moved'; terminal: string; from: number; to: number }
  /** The next request of the terminal, or of nobody, is to fail with this error. */
  | { kind: 'failure ordered'; code: number; terminal?: string; operation?: string }
  | { kind: 'settlement'; terminal: string; outcome: 'completed' | 'failed'; at: number }
  /** A callback has reached the shop. */
  | ({ kind: 'callback' } & CallbackSeen)
  /** A webhook has reached the shop, and what the shop answered; null for no answer. */
  | { kind: 'delivery'; delivery: DeliverySeen }
  /** Whatever was sent to an address until this moment has been told: what is missing now, does not come. */
  | { kind: 'all seen'; url: string; at: number };

/** A terminal that the run has been told of. */
export interface NewTerminalSeen {
  id: string;
  token: string;
  secretKey?: string;
  requireSignature: boolean;
  isActive: boolean;
  /** Whether requests of this machine are let in. */
  isOpen: boolean;
  /** Whether nobody else uses it, so that nothing is there but what was seen. */
  isAlone: boolean;
  at: number;
}

/** What a payer does on the page of a payment: uses the test card of this name, or cancels. */
export type PayerAct = keyof typeof testCards | 'cancel';

export interface CallbackSeen {
  url: string;
  method: string;
  fields: Record<string, string>;
  at: Period;
}

export interface DeliverySeen {
  /** Where it came to. */
  url: string;
  event: WebhookEvent | undefined;
  headers: Record<string, string>;
  body: Uint8Array;
  answered: number | null;
  /** How long the answer took, in milliseconds. */
  took?: number;
  at: Period;
}
