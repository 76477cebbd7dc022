// Adds up the transactions of a span of time; both reports are made of the same figures (docs/decisions/0038, 0061).
import { sql } from 'kysely';
import { sandbox } from '../../../generated/facts.ts';
import type { Services } from '../core/services.ts';
import { expireOverdue } from '../payments/expiry.ts';
import { cameToNothing, isVerified } from '../payments/states.ts';
import type { PaymentState } from '../storage/schema.ts';

export interface Span {
  /** The first moment of the span, and the first after it. */
  start: number;
  end: number;
}

/** The transactions of one hour that share a state and the use of a card. */
export interface Figures {
  startsAt: number;
  state: PaymentState;
  cardUsed: boolean;
  transactions: number;
  amount: number;
}

const hour = 3_600_000;

/** Reads the figures of a span by hour, state and whether a card was used. */
export async function figuresOf(
  call: { caller: { terminalId: string } },
  services: Services,
  { start, end }: Span,
): Promise<Figures[]> {
  const { terminalId } = call.caller;
  await expireOverdue(services, terminalId);
  const rows = await services.storage.db
    .selectFrom('payments')
    .select(({ fn, eb }) => [
      // The cast keeps the division whole: a number that a driver sends as a float would not be.
      sql<number>`(created_at - cast(${start} as bigint)) / ${sql.lit(hour)}`.as('hours'),
      'state',
      eb('card_pan', 'is not', null).as('card_used'),
      fn.countAll<number>().as('transactions'),
      fn.sum<number>('amount').as('amount'),
    ])
    .where('terminal_id', '=', terminalId)
    .where('created_at', '>=', start)
    .where('created_at', '<', end)
    .groupBy(['hours', 'state', 'card_used'])
    .orderBy('hours')
    .execute();
  return rows.map(({ hours, state, card_used, transactions, amount }) => ({
    startsAt: start + Number(hours) * hour,
    state,
    cardUsed: Boolean(card_used),
    transactions: Number(transactions),
    amount: Number(amount),
  }));
}

export interface Sum {
  transactions: number;
  amount: number;
}

export function sumOf(figures: readonly Figures[]): Sum {
  return figures.reduce(
    (sum, { transactions, amount }) => ({
      transactions: sum.transactions + transactions,
      amount: sum.amount + amount,
    }),
    { transactions: 0, amount: 0 },
  );
}

/** Sums by a key, in the order in which the keys first come; keys without transactions do not come at all. */
export function sumsBy<Key>(figures: readonly Figures[], keyOf: (figures: Figures) => Key): [Key, Sum][] {
  return [...Map.groupBy(figures, keyOf)].map(([key, group]) => [key, sumOf(group)]);
}

/** The fees of an amount of verified payments, in rials. */
export function feesOf(amount: number): number {
  return Math.round((amount * sandbox.fee_percent) / 100);
}

/** The totals that both reports have. */
export function summaryOf(figures: readonly Figures[]) {
  const all = sumOf(figures);
  const successful = sumOf(figures.filter(({ state }) => isVerified(state)));
  const failed = sumOf(figures.filter(({ state }) => cameToNothing(state)));
  const permille = all.transactions === 0 ? 0 : (successful.transactions * 1000) / all.transactions;
  return {
    total_transactions: all.transactions,
    successful_transactions: successful.transactions,
    failed_transactions: failed.transactions,
    total_amount: all.amount,
    successful_amount: successful.amount,
    success_rate: Math.round(permille) / 10,
    total_fees: feesOf(successful.amount),
  };
}

/** The figures of the payment methods: the sandbox knows cards only. */
export function byMethod(figures: readonly Figures[]): unknown[] {
  return sumsBy(
    figures.filter(({ cardUsed }) => cardUsed),
    () => 'card',
  ).map(([method, sum]) => ({ method, ...sum }));
}
