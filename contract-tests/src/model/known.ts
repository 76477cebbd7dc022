// What the model knows of the gateway: no more than the observations so far allow to say.
import type { WebhookEvent } from '../contract/facts.ts';
import type { PaymentState } from '../plan/spoken.ts';
import type { DeliverySeen, Exchanged, NewTerminalSeen, Period, SentCall } from './observation.ts';

export interface Terminal extends NewTerminalSeen {
  /** Failures that were ordered and have not been seen yet: then any error of the server is right. */
  failures: { code: number; operation?: string }[];
}

/** A token that was seen to belong to a terminal. */
export interface Token {
  terminal: string;
  /** Since when a newer one has taken its place. */
  rotatedAt?: number;
  revokedAt?: number;
  issuedAt?: number;
}

export interface Refund {
  code?: string;
  amount: number;
  at: Period;
  /** Whether its answer was lost, so that nobody knows whether it was made. */
  isUncertain: boolean;
  /** The call that asked for it. */
  call: SentCall;
}

/** Something that the gateway has told, and the field that told it. */
export interface Told {
  field: string;
  value: unknown;
}

export interface Payment {
  authority: string;
  terminal: string;
  /** What it was made with; undefined for one that was only met in a list or an answer. */
  request?: Readonly<Record<string, unknown>>;
  amount: number;
  /** Undefined as long as nothing has told it. */
  orderId?: string;
  created: Period;
  /** Every state that it may be in, given all that was seen; one alone when it is known. */
  possible: ReadonlySet<PaymentState>;
  /** What the gateway has told of it and cannot take back, by the name of the field: `ref_id`, `created_at`. */
  told: Map<string, Told>;
  /** The masked number of the card that it was paid with. */
  card?: string;
  refunds: Refund[];
  /** How many verifications have succeeded, replays not counted. */
  verifications: number;
}

/** What was answered first to an idempotency key of a terminal. */
export interface KeyUse {
  call: SentCall;
  /** The first answer that decided; undefined as long as none was seen. */
  first?: Exchanged;
  since: Period;
}

export interface Subscription {
  id: string;
  terminal: string;
  url: string;
  events: readonly string[];
  secret?: string;
  since: Period;
  /** From when on nothing more may come. */
  until?: Period;
}

/** An event that has to come, or may. */
export interface DueEvent {
  event: WebhookEvent;
  terminal: string;
  authority?: string;
  at: Period;
}

export interface Known {
  environment: 'production' | 'sandbox';
  terminals: Map<string, Terminal>;
  tokens: Map<string, Token>;
  payments: Map<string, Payment>;
  /** By terminal and key. */
  keys: Map<string, KeyUse>;
  subscriptions: Map<string, Subscription>;
  due: DueEvent[];
  deliveries: DeliverySeen[];
  /** What the gateway has made up and must not make up twice, by what it is: `request_id`, `refund_code`. */
  issued: Map<string, Set<string>>;
  /** Every exchange of a terminal that counted against a limit, the latest last. */
  counted: Map<string, Period[]>;
}

export function nothingKnown(environment: Known['environment']): Known {
  return {
    environment,
    terminals: new Map(),
    tokens: new Map(),
    payments: new Map(),
    keys: new Map(),
    subscriptions: new Map(),
    due: [],
    deliveries: [],
    issued: new Map(),
    counted: new Map(),
  };
}
