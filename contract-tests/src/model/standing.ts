// In which states a payment may be while a call is answered: what was seen last, and what can have happened since.
import { paymentLifecycle } from '../contract/facts.ts';
import { secondsOf } from '../judge/time.ts';
import type { PaymentState } from '../plan/spoken.ts';
import type { Seen } from './chapter.ts';
import { edgeOf } from './clocks.ts';
import type { Known, Payment } from './known.ts';
import { after, before, everyState, isFinal } from './lifecycle.ts';
import type { Period, SentCall } from './observation.ts';

/** The payment that a call is about, when it is one of the caller's own. */
export function ownPayment({ authority, terminal }: Seen, { payments }: Known): Payment | undefined {
  const payment = payments.get(authority ?? '');
  return payment && payment.terminal === (terminal?.id ?? '') ? payment : undefined;
}

/** When the time of a payment is over: as the gateway has told it, or else by the lifetime of the contract. */
function endOf({ told, created }: Payment, { environment }: Known): Period {
  const end = secondsOf(told.get('expires_at')?.value);
  if (end !== undefined) return { from: end, to: end };
  const lifetime = paymentLifecycle.lifetime_seconds[environment];
  return { from: created.from + lifetime, to: created.to + lifetime };
}

/** What the shop itself can bring about, by a call that is under way or was lost. */
export const byTheShop = (state: PaymentState, next: PaymentState): boolean =>
  state === 'AWAITING_PAYMENT' ? next === 'CANCELLED' : next !== 'TIMEOUT';

/** What may have become of a payment by a moment. */
export function statesAt(payment: Payment, at: Period, known: Known): Set<PaymentState> {
  const isWatched = known.terminals.get(payment.terminal)?.isAlone ?? false;
  // Whose payer nobody watches may have paid at any moment, and other clients may have verified it.
  const possible = isWatched ? new Set(payment.possible) : after(payment.possible);
  const end = endOf(payment, known);
  const edge = edgeOf(payment.terminal, known);
  if (at.to + edge < end.from) return possible;
  const isOver = at.from - edge > end.to;
  return new Set(
    [...possible].flatMap((state): PaymentState[] => {
      if (isFinal(state)) return [state];
      return isOver ? ['TIMEOUT'] : [state, 'TIMEOUT'];
    }),
  );
}

const concerns =
  ({ authority }: Payment) =>
  (call: SentCall) =>
    call.authority === authority;

/** In which states a payment may have been while a call was carried out. */
export function statesDuring(
  payment: Payment,
  { period, meanwhile }: Pick<Seen, 'period' | 'meanwhile'>,
  known: Known,
): Set<PaymentState> {
  const possible = statesAt(payment, period, known);
  if (!meanwhile.some(concerns(payment))) return possible;
  // What another call has done may have come before or after.
  return after(before(possible), byTheShop);
}

/**
 * What a payment may be from now on, after an answer has left these states for the time of its call.
 * After a contradiction nothing is known, so that one fault is not found again in every later answer.
 * @param hasChanged whether the call itself may have brought the payment into them
 */
export function settled(
  payment: Payment,
  left: Iterable<PaymentState>,
  seen: Pick<Seen, 'period' | 'meanwhile'>,
  known: Known,
  hasChanged = false,
): ReadonlySet<PaymentState> {
  const states = new Set(left);
  if (states.size === 0) return everyState;
  if (hasChanged || !seen.meanwhile.some(concerns(payment))) return states;
  const now = statesAt(payment, seen.period, known);
  const both = [...after(states, byTheShop)].filter((state) => now.has(state));
  return both.length > 0 ? new Set(both) : now;
}
