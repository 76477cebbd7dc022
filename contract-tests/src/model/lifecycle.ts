// The states of a payment, as the contract orders them, and what each means to the shop.
import { paymentLifecycle } from '../contract/facts.ts';
import type { PaymentState } from '../plan/spoken.ts';

const { states } = paymentLifecycle;

export type States = ReadonlySet<PaymentState>;

export const everyState: States = new Set(Object.keys(states) as PaymentState[]);

/** Whether the money is the shop's. */
export const isVerified = (state: PaymentState): boolean => state === 'COMPLETED';

/** Whether the payer has paid and the shop can verify it (docs/decisions/0054). */
export const isVerifiable = (state: PaymentState): boolean =>
  state === 'AWAITING_VERIFICATION' || state === 'VERIFICATION_FAILED';

/** Whether the payer can still pay. */
export const isPayable = (state: PaymentState): boolean => state === 'AWAITING_PAYMENT';

/** Whether nothing can follow any more. */
export const isFinal = (state: PaymentState): boolean => states[state].next.length === 0;

/** Everything that can come of these states, themselves included. @param through which steps are possible; all by default */
export function after(
  from: Iterable<PaymentState>,
  through: (step: PaymentState, next: PaymentState) => boolean = () => true,
): Set<PaymentState> {
  const reached = new Set(from);
  // A set that grows while it is walked through is walked through to its end.
  for (const state of reached) {
    for (const next of states[state].next) if (through(state, next)) reached.add(next);
  }
  return reached;
}

/** Everything out of which these states can have come, themselves included. */
export function before(to: Iterable<PaymentState>): Set<PaymentState> {
  const wanted = [...to];
  return new Set([...everyState].filter((state) => wanted.some((one) => after([state]).has(one))));
}

/** The word of a refusal for what a payment's state forbids (docs/decisions/0019, 0034); undefined for -21. */
export const reasonFor: Readonly<Record<PaymentState, string | undefined>> = {
  AWAITING_PAYMENT: 'payment_unpaid',
  AWAITING_VERIFICATION: 'payment_paid',
  VERIFICATION_FAILED: 'payment_paid',
  COMPLETED: undefined,
  FAILED: 'payment_failed',
  CANCELLED: 'payment_cancelled',
  TIMEOUT: 'payment_expired',
};

const inWords: Readonly<Record<PaymentState, string>> = {
  AWAITING_PAYMENT: 'nobody has paid it',
  AWAITING_VERIFICATION: 'it is paid and not verified',
  VERIFICATION_FAILED: 'it is paid and its verification failed',
  COMPLETED: 'it is verified',
  FAILED: 'its payment has failed',
  CANCELLED: 'it was cancelled',
  TIMEOUT: 'its time is over',
};

/** The states in words for a person: `it is verified, or its time is over`. */
export const described = (possible: Iterable<PaymentState>): string =>
  [...possible].map((state) => inWords[state]).join(', or ');
