// The tables of the sandbox as TypeScript types; the migrations create them. All times are milliseconds, UTC.
import type { paymentLifecycle } from '../../../generated/facts.ts';

/** The names of the states that a payment goes through, from the contract. */
export type PaymentState = keyof typeof paymentLifecycle.states;

/** SQLite knows no booleans; 0 and 1 serve in both databases. */
export type Flag = 0 | 1;

export interface TerminalRow {
  id: string;
  merchant_code: string;
  name: string;
  state: 'active' | 'inactive' | 'suspended' | 'under_review';
  require_signature: Flag;
  /** In clear, because requests and answers are signed with it. */
  secret_key: string | null;
  /** A JSON array of addresses and CIDR ranges; null allows every address. */
  ip_allow_list: string | null;
  /** How far this terminal's clock runs ahead of the machine's. */
  clock_offset_ms: number;
  created_at: number;
}

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

export interface RefundRow {
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

export interface DeliveryRow {
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
}

export interface DeliveryAttemptRow {
  delivery_id: string;
  number: number;
  /** On the terminal's clock. */
  sent_at: number;
  response_code: number | null;
  duration_ms: number;
  error: string | null;
}

export interface FaultRow {
  id: string;
  /** null: any terminal, also requests without one. */
  terminal_id: string | null;
  /** null: any operation. */
  operation: string | null;
  /** Name of the error in the contract's catalogue. */
  error: string;
  remaining: number;
}

export interface RateWindowRow {
  key: string;
  count: number;
  ends_at: number;
}

export interface SettingRow {
  name: string;
  value: string;
}

export interface Schema {
  terminals: TerminalRow;
  tokens: TokenRow;
  payments: PaymentRow;
  idempotency_keys: IdempotencyKeyRow;
  refunds: RefundRow;
  webhooks: WebhookRow;
  deliveries: DeliveryRow;
  delivery_attempts: DeliveryAttemptRow;
  faults: FaultRow;
  rate_windows: RateWindowRow;
  settings: SettingRow;
}
