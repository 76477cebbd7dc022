// The payments of a terminal as a list or a report has to count them: which belong there surely, and which perhaps.
import { paymentLifecycle } from '../contract/facts.ts';
import { jalaliDate, jalaliDateTime } from '../judge/time.ts';
import type { PaymentState } from '../plan/spoken.ts';
import type { Seen } from './chapter.ts';
import { edgeOf } from './clocks.ts';
import type { Known, Payment } from './known.ts';
import { statesDuring } from './standing.ts';

/** Whether something is so: surely, perhaps, or surely not. */
export type Fit = 'surely' | 'perhaps' | 'no';

export const both = (one: Fit, other: Fit): Fit =>
  one === 'no' || other === 'no' ? 'no' : one === 'perhaps' || other === 'perhaps' ? 'perhaps' : 'surely';

/** The first and the last moment, or day, in the calendar of the contract, which sorts as text. */
export interface Span {
  first: string;
  last: string;
}

/** A payment with what an answer may say of it. */
export interface Counted {
  payment: Payment;
  /** When it was created, to the second where the gateway has told it. */
  created: Span;
  isTold: boolean;
  /** The days of its creation, and those of everything that can have happened to it until now. */
  days: Span;
  lifeDays: Span;
  states: ReadonlySet<PaymentState>;
  /** Whether the answer may have been made before the payment was. */
  mayBeLater: boolean;
}

const datetime = /^1[0-9]{3}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$/;

/** When a payment was created: as the gateway has told it, unless that cannot be. */
function creationOf(payment: Payment, known: Known): { created: Span; isTold: boolean } {
  const { created, told } = payment;
  const edge = edgeOf(payment.terminal, known);
  const widest = { first: jalaliDateTime(created.from - edge), last: jalaliDateTime(created.to + edge) };
  const text = told.get('created_at')?.value;
  const isTold =
    typeof text === 'string' && datetime.test(text) && text >= widest.first && text <= widest.last;
  return { created: isTold ? { first: text, last: text } : widest, isTold };
}

const isCreation = ({ operation: { id } }: { operation: { id: string } }) => id === 'createPayment';

/** The known payments of the caller's terminal. */
export function paymentsOf(seen: Seen, known: Known): Counted[] {
  const { terminal, period, meanwhile, token } = seen;
  if (!terminal) return [];
  const isBusy = meanwhile.some((call) => isCreation(call) && call.token === token);
  const today = jalaliDate(period.to + edgeOf(terminal.id, known));
  return [...known.payments.values()]
    .filter((payment) => payment.terminal === terminal.id)
    .map((payment) => {
      const { created, isTold } = creationOf(payment, known);
      const days = { first: created.first.slice(0, 10), last: created.last.slice(0, 10) };
      return {
        payment,
        created,
        isTold,
        days,
        lifeDays: { first: days.first, last: today },
        states: statesDuring(payment, seen, known),
        mayBeLater: isBusy && payment.created.to >= period.from,
      };
    });
}

/**
 * How many payments there may be beside those that are known: endless where others use the terminal as well.
 */
export function unknownPayments(seen: Seen, { unseen }: Known): number {
  const { terminal, meanwhile, token } = seen;
  if (!terminal?.isAlone) return Number.POSITIVE_INFINITY;
  const underWay = meanwhile.filter((call) => isCreation(call) && call.token === token).length;
  return (unseen.get(terminal.id) ?? 0) + underWay;
}

/** How many there must be, in words: `3`, `at least 3`, `3 to 5`. @param most endless where nobody can know */
export function rangeInWords(least: number, most: number): string {
  if (least === most) return String(least);
  return most === Number.POSITIVE_INFINITY ? `at least ${least}` : `${least} to ${most}`;
}

/** Whether a span lies within days; either end may be open. */
export function within(days: Span, from: string | undefined, to: string | undefined): Fit {
  if ((from !== undefined && days.last < from) || (to !== undefined && days.first > to)) return 'no';
  const isInside = (from === undefined || days.first >= from) && (to === undefined || days.last <= to);
  return isInside ? 'surely' : 'perhaps';
}

/** Whether all, some or none of the states of a payment are of a kind. */
export function among(states: ReadonlySet<PaymentState>, isOne: (state: PaymentState) => boolean): Fit {
  const count = [...states].filter(isOne).length;
  if (count === 0) return 'no';
  return count === states.size ? 'surely' : 'perhaps';
}

/** The states for which the page has no word of its own: what they are called is no more than assumed (decisions 56, 67). */
export const isOpenWord = (state: PaymentState): boolean =>
  state === 'TIMEOUT' || (state !== 'AWAITING_PAYMENT' && paymentLifecycle.states[state].next.length > 0);
