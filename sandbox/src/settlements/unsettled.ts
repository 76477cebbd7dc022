// What a terminal still has to get: verified payments and refunds that no completed settlement has taken.
import { jalaliDate } from '../core/calendar.ts';
import { after } from '../payments/states.ts';
import { feesOf } from '../reports/figures.ts';
import type { Queries } from '../storage/storage.ts';

/** The payments and refunds of one batch, and what they come to in rials. */
export interface Batch {
  authorities: string[];
  refundCodes: string[];
  paymentsAmount: number;
  refundsAmount: number;
  feesAmount: number;
  /** The payments less refunds and fees; negative when more was returned than has come since. */
  amount: number;
  /** The first and the last Jalali day on which its payments were created, as the reports count them. */
  period: string;
}

const sum = (rows: readonly { amount: number }[]) => rows.reduce((total, { amount }) => total + amount, 0);

/**
 * Gathers what no completed settlement of a terminal has taken (docs/decisions/0077).
 * @returns undefined when there is no payment among it.
 */
export async function unsettledOf(unit: Queries, terminalId: string): Promise<Batch | undefined> {
  const payments = await unit
    .selectFrom('payments')
    .leftJoin('settled_payments', 'settled_payments.authority', 'payments.authority')
    .select(['payments.authority', 'payments.amount', 'payments.created_at'])
    .where('payments.terminal_id', '=', terminalId)
    .where('payments.state', '=', after.verification)
    .where('settled_payments.authority', 'is', null)
    .orderBy('payments.created_at')
    .execute();
  const [first, last] = [payments.at(0), payments.at(-1)];
  if (!first || !last) return undefined;
  const refunds = await unit
    .selectFrom('refunds')
    .leftJoin('settled_refunds', 'settled_refunds.refund_code', 'refunds.refund_code')
    .select(['refunds.refund_code', 'refunds.amount'])
    .where('refunds.terminal_id', '=', terminalId)
    .where('settled_refunds.refund_code', 'is', null)
    .execute();
  const paymentsAmount = sum(payments);
  const refundsAmount = sum(refunds);
  const feesAmount = feesOf(paymentsAmount);
  return {
    authorities: payments.map(({ authority }) => authority),
    refundCodes: refunds.map(({ refund_code: code }) => code),
    paymentsAmount,
    refundsAmount,
    feesAmount,
    amount: paymentsAmount - refundsAmount - feesAmount,
    period: `${jalaliDate(first.created_at)}/${jalaliDate(last.created_at)}`,
  };
}
