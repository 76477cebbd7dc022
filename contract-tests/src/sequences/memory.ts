// What the shops of one sequence remember, so that a command can refer to what an earlier one has made.
import type { Draft } from '../plan/draft.ts';
import type { SandboxTerminal } from '../targets/target.ts';

/** One of the shops of a sequence: a terminal, and the tokens that it has had. */
export interface Shop {
  /** As the lines of a sequence call it. */
  name: 'first' | 'other';
  /** With the token that is good now. */
  terminal: SandboxTerminal;
  /** The token that the present one has taken the place of, and since when, in Unix seconds on the terminal's clock. */
  before?: { token: string; at: number };
}

/** How far a shop believes a payment to be; what it really is, the model knows. */
export type Belief = 'unpaid' | 'paid' | 'verified' | 'over';

export interface OwnPayment {
  /** From one, in the order in which they were made. */
  number: number;
  authority: string;
  amount: number;
  orderId: string;
  shop: Shop;
  belief: Belief;
  /** How much of it has been asked back. */
  refunded: number;
}

export interface OwnWebhook {
  number: number;
  id: string;
  shop: Shop;
  isGone: boolean;
}

/** A request with an idempotency key, so that it can be sent once more. */
export interface KeyedRequest {
  draft: Draft;
  key: string;
  shop: Shop;
}

/**
 * Something in the place that the command which made it has named. Several may share one: shrinking draws lower places,
 * and if a later thing took the place of an earlier, the earlier could no longer stand in for what is left out.
 */
export interface Placed<T> {
  place: number;
  one: T;
}

export interface Memory {
  shops: readonly [Shop, ...Shop[]];
  /** In the order in which they were made. */
  payments: Placed<OwnPayment>[];
  webhooks: Placed<OwnWebhook>[];
  keyed: KeyedRequest[];
  /** How many payments and webhooks there have been. */
  made: { payments: number; webhooks: number };
}

export function emptyMemory(shops: Memory['shops']): Memory {
  return { shops, payments: [], webhooks: [], keyed: [], made: { payments: 0, webhooks: 0 } };
}

/** The shop of a number; there may be only one. */
export const shopOf = ({ shops }: Memory, number: number): Shop => shops[number % shops.length] ?? shops[0];

/** Another shop than this one, where there is one. */
export const otherThan = ({ shops }: Memory, shop: Shop): Shop | undefined =>
  shops.find((one) => one !== shop);

/** Which of several things a command means. */
export interface Reference {
  /** The place that it was put in. */
  place: number;
  /** Whether it has to be one that the command makes sense for. */
  isRipe: boolean;
}

/**
 * Finds what a command refers to. What is not there gives way to the newest that is, so that a sequence goes on
 * referring to the same things when shrinking leaves others out.
 */
export function referred<T>(
  all: readonly Placed<T>[],
  { place, isRipe }: Reference,
  ripe: (one: T) => boolean,
): T | undefined {
  const chosen = all.filter(({ one }) => !isRipe || ripe(one));
  return (chosen.findLast((placed) => placed.place === place) ?? chosen.at(-1))?.one;
}
