// What a settlement has to transfer: what was verified and not settled yet, less what was returned (docs/decisions/0077).
import { sandbox } from '../contract/facts.ts';
import type { Known } from './known.ts';
import { isVerified } from './lifecycle.ts';

type Unsettled = Pick<Known, 'payments' | 'terminals' | 'unseen' | 'settled' | 'environment'>;

function takenFrom(terminal: string, { payments, settled }: Unsettled) {
  const own = [...payments.values()].filter((payment) => payment.terminal === terminal);
  return {
    own,
    payments: own.filter((payment) => !settled.has(payment) && [...payment.possible].some(isVerified)),
    refunds: own.flatMap(({ refunds }) => refunds).filter((refund) => !settled.has(refund)),
  };
}

/** Whether everything that a settlement counts is known for sure; what production takes as its fee nobody has published. */
const isKnown = (terminal: string, known: Unsettled, { own }: ReturnType<typeof takenFrom>): boolean =>
  known.environment === 'sandbox' &&
  known.terminals.get(terminal)?.isAlone === true &&
  (known.unseen.get(terminal) ?? 0) === 0 &&
  own.every(
    ({ possible, refunds }) =>
      ([...possible].every(isVerified) || ![...possible].some(isVerified)) &&
      !refunds.some(({ isUncertain }) => isUncertain),
  );

const sumOf = (parts: readonly { amount: number }[]) => parts.reduce((sum, { amount }) => sum + amount, 0);

/**
 * What the next settlement of a terminal transfers.
 * @returns rials; undefined when that cannot be known
 */
export function amountToSettle(terminal: string, known: Unsettled): number | undefined {
  const taken = takenFrom(terminal, known);
  if (!isKnown(terminal, known, taken)) return undefined;
  const paid = sumOf(taken.payments);
  return paid - sumOf(taken.refunds) - Math.round((paid * sandbox.fee_percent) / 100);
}

/** Remembers what a settlement has transferred, which no other may transfer again. */
export function settle(terminal: string, known: Unsettled): void {
  const { payments, refunds } = takenFrom(terminal, known);
  for (const one of [...payments, ...refunds]) known.settled.add(one);
}
