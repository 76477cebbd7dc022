// What the model knows of the gateway: no more than the observations so far allow to say.
import type { Basis } from '../../../foundation/reader/basis.ts';
import type { WebhookEvent } from '../contract/facts.ts';
import type { PaymentState } from '../plan/spoken.ts';
import type {
  CallbackSeen,
  DeliverySeen,
  Exchanged,
  NewTerminalSeen,
  PayerAct,
  Period,
  SentCall,
} from './observation.ts';
import type { RateWindow } from './rates.ts';

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
  /** The code of the refund or settlement that it tells of, when that is known. */
  code?: string;
  /** When it happened. */
  at: Period;
  /** Whether it has to come; otherwise it only may, as after a call whose answer was lost. */
  isCertain: boolean;
  /** What its data has to say beside the payment's own amount and order, and what that rests on where it is not stated. */
  data: Readonly<Record<string, unknown>>;
  grounds: Readonly<Record<string, Basis>>;
  /** What it rests on that it comes of what has happened. */
  basis: Basis;
}

/** How far a payment has come, as far as it was seen by itself: what decides its events and its callback. */
export interface Journey {
  state: PaymentState;
  /** Whether something may have happened that nobody has seen, as after a lost answer. */
  isUncertain: boolean;
  /** What the payer did that had an effect. */
  act?: PayerAct;
  /** Whether a payer has been on the page, whatever came of it. */
  isVisited: boolean;
}

/** A test of a webhook that was answered with a success. */
export interface WebhookTest {
  webhook: string;
  url: string;
  event: unknown;
  /** The result as it was answered. */
  result: unknown;
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
  /** By authority. */
  journeys: Map<string, Journey>;
  tests: WebhookTest[];
  callbacks: CallbackSeen[];
  /** The latest moment that was seen on the clock of a terminal. */
  clocks: Map<string, number>;
  /** What has been missed already, so that it is told once. */
  missed: Set<string>;
  /** How many payments of a terminal may have been made of which no answer has told. */
  unseen: Map<string, number>;
  /** The pages that were read of a terminal's list, by what was asked, as long as nothing has changed it. */
  pages: Map<string, Map<string, Map<number, readonly string[]>>>;
  /** What reports have said of a terminal's days and months, by the report. */
  sums: Map<string, Map<string, Readonly<Record<string, number>>>>;
  /** The windows of the limits, by limit and caller. */
  rates: Map<string, RateWindow>;
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
    journeys: new Map(),
    tests: [],
    callbacks: [],
    clocks: new Map(),
    missed: new Set(),
    unseen: new Map(),
    pages: new Map(),
    sums: new Map(),
    rates: new Map(),
  };
}
