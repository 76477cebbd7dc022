// The tables of the sandbox as TypeScript types; the migrations create them. All times are milliseconds, UTC.
import type { Generated, Selectable } from 'kysely';
import type { PaymentState } from '../../../generated/facts.ts';
import type { components } from '../../../generated/types.ts';

export type { PaymentState };

/** What can be ordered to go wrong. */
export type FaultKind =
  | 'error'
  | 'latency'
  | 'connection_cut'
  | 'firewall_page'
  | 'webhook_duplicate'
  | 'webhook_late'
  | 'webhook_out_of_order'
  | 'callback_duplicate';

/** SQLite knows no booleans; 0 and 1 serve in both databases. */
export type Flag = 0 | 1;

interface TerminalTable {
  id: string;
  merchant_code: string;
  name: string;
  state: 'active' | 'inactive' | 'suspended' | 'under_review';
  require_signature: Flag;
  /** In clear, because requests and answers are signed with it. */
  secret_key: string | null;
  /** A JSON array of addresses and CIDR ranges; null allows every address. */
  ip_allow_list: string | null;
  /** How far this terminal's clock runs ahead of the machine's; of one that stands still, its moment. */
  clock_offset_ms: number;
  /** 0 for a clock that stands still and moves only when it is told to. */
  clock_runs: Generated<Flag>;
  /** Makes the terminal's identifiers repeatable; null for random ones. */
  seed: Generated<string | null>;
  /** How many blocks of identifiers have been begun: each process that serves the terminal begins its own. */
  seed_blocks: Generated<number>;
  /** A JSON array of names; null follows the sandbox's own dialects. */
  dialects: Generated<string | null>;
  /** 0 for one whose requests no rate limit counts. */
  rate_limits: Generated<Flag>;
  created_at: number;
}

export type TerminalRow = Selectable<TerminalTable>;

export interface TokenRow {
  id: string;
  hash: string;
  terminal_id: string;
  created_at: number;
  expires_at: number;
  /** Set by a rotation: from then on the token is deprecated, and dead at this moment. */
  grace_ends_at: number | null;
  revoked_at: number | null;
}

export interface PaymentRow {
  authority: string;
  terminal_id: string;
  order_id: string;
  amount: number;
  callback_url: string;
  callback_method: 'POST' | 'GET';
  description: string | null;
  /** First six and last four digits of the only card that may pay. */
  card_restriction: string | null;
  affiliate_code: string | null;
  direct_verify: Flag;
  state: PaymentState;
  /** The bank's reference; the API shows it only once the payment is verified. */
  bank_reference: string | null;
  card_pan: string | null;
  created_at: number;
  updated_at: number;
  expires_at: number;
  paid_at: number | null;
  verified_at: number | null;
}

export interface IdempotencyKeyRow {
  terminal_id: string;
  key: string;
  /** Hash of the operation and the raw bytes of the body. */
  fingerprint: string;
  /** How often the key has been used; 1 tells the first user that the key is new. */
  uses: number;
  expires_at: number;
  /** The stored answer; null as long as nothing has been decided. */
  status: number | null;
  body: string | null;
}

interface RefundRow {
  refund_code: string;
  terminal_id: string;
  authority: string;
  amount: number;
  reason: string | null;
  status: 'pending' | 'completed';
  created_at: number;
  payout_at: number;
  completed_at: number | null;
}

export interface SettlementRow {
  settlement_code: string;
  terminal_id: string;
  status: components['schemas']['SettlementData']['status'];
  /** What is transferred: the payments less the refunds and the fees, in rials like all amounts. */
  amount: number;
  payments_amount: number;
  refunds_amount: number;
  fees_amount: number;
  /** How many of them there are. */
  payments: number;
  refunds: number;
  /** As its events tell it. */
  period: string;
  created_at: number;
}

/** A payment that a completed settlement has transferred. */
interface SettledPaymentRow {
  authority: string;
  settlement_code: string;
  terminal_id: string;
}

/** A refund that a completed settlement has deducted. */
interface SettledRefundRow {
  refund_code: string;
  settlement_code: string;
  terminal_id: string;
}

export interface WebhookRow {
  id: string;
  terminal_id: string;
  url: string;
  /** A JSON array of event names. */
  events: string;
  secret: string;
  description: string | null;
  is_active: Flag;
  created_at: number;
}

interface DeliveryTable {
  /** The X-Webhook-ID: one for each event and webhook, kept through all attempts. */
  id: string;
  terminal_id: string;
  webhook_id: string;
  event: string;
  /** The exact bytes that every attempt sends. */
  body: string;
  signature: string;
  state: 'pending' | 'delivered' | 'dead' | 'withdrawn';
  attempts: number;
  created_at: number;
  /** On the terminal's clock. */
  next_attempt_at: number;
  /** On the machine's clock: until then one process has the delivery in its hands. */
  claimed_until: number;
  /** How many more times a delivery that was accepted is sent all the same: a fault on order. */
  copies_left: Generated<number>;
  /** Whether it waits for the next event of its webhook, to arrive after it: a fault on order. */
  held_back: Generated<Flag>;
}

export type DeliveryRow = Selectable<DeliveryTable>;

export interface DeliveryAttemptRow {
  delivery_id: string;
  number: number;
  /** On the terminal's clock. */
  sent_at: number;
  response_code: number | null;
  duration_ms: number;
  error: string | null;
}

export interface CallbackRow {
  id: string;
  terminal_id: string;
  authority: string;
  /** Counts the callbacks of a payment in their order. */
  position: number;
  /**
   * How it left: with a page that has it as a form or as a link, by a redirect, each to the payer's browser;
   * or sent to the shop by the sandbox itself.
   */
  way: 'form' | 'link' | 'redirect' | 'sent';
  /** Whether it is the one too many of a fault on order. */
  doubled: Flag;
  method: 'POST' | 'GET';
  url: string;
  /** The one that it brings to the shop. */
  status_code: string;
  /** What the shop answered, or why no answer came; null where the payer's browser carries it. */
  response_code: number | null;
  error: string | null;
  /** On the terminal's clock. */
  at: number;
}

interface FaultTable {
  id: string;
  /** null: requests without a terminal. */
  terminal_id: string | null;
  /** null: any operation. */
  operation: string | null;
  kind: Generated<FaultKind>;
  /** Name of the error in the contract's catalogue; null for other kinds. */
  error: string | null;
  /** The settings of the kind, as JSON. */
  settings: Generated<string>;
  /** Orders are taken in this order. */
  position: Generated<number>;
  /** With `decisions` it makes every chance repeatable. */
  seed: Generated<string>;
  probability: Generated<number>;
  /** How many requests or events have been decided upon. */
  decisions: Generated<number>;
  /** How many more times it strikes. */
  remaining: number;
}

export type FaultRow = Selectable<FaultTable>;

export interface SnapshotRow {
  id: string;
  terminal_id: string;
  /** On the terminal's clock. */
  taken_at: number;
  /** The rows of the terminal by table, as JSON. */
  content: string;
}

interface RateWindowRow {
  key: string;
  count: number;
  ends_at: number;
}

interface SettingRow {
  name: string;
  value: string;
}

export interface Schema {
  terminals: TerminalTable;
  tokens: TokenRow;
  payments: PaymentRow;
  idempotency_keys: IdempotencyKeyRow;
  refunds: RefundRow;
  settlements: SettlementRow;
  settled_payments: SettledPaymentRow;
  settled_refunds: SettledRefundRow;
  webhooks: WebhookRow;
  deliveries: DeliveryTable;
  delivery_attempts: DeliveryAttemptRow;
  callbacks: CallbackRow;
  faults: FaultTable;
  rate_windows: RateWindowRow;
  settings: SettingRow;
  snapshots: SnapshotRow;
}
