// The states of a payment: which of them may follow which, as the contract says, and what each means to the sandbox.
import { paymentLifecycle } from '../../../generated/facts.ts';
import type { PaymentRow, PaymentState } from '../storage/schema.ts';

const { states } = paymentLifecycle;
const all = Object.keys(states) as PaymentState[];

/** Where each thing that can happen to a payment leads. Only tables that say something of every state name one too. */
export const after = {
  creation: 'AWAITING_PAYMENT',
  payment: 'AWAITING_VERIFICATION',
  failedVerification: 'VERIFICATION_FAILED',
  verification: 'COMPLETED',
  failedPayment: 'FAILED',
  cancellation: 'CANCELLED',
  expiry: 'TIMEOUT',
} as const satisfies Record<string, PaymentState>;

/** Whether the contract has a way from one state to another. */
export function mayBecome(from: PaymentState, to: PaymentState): boolean {
  return (states[from].next as readonly PaymentState[]).includes(to);
}

/** The states from which the contract allows to come to another. */
export function statesBefore(to: PaymentState): readonly PaymentState[] {
  return all.filter((from) => mayBecome(from, to));
}

/** The states that something can still follow. */
export const openStates: readonly PaymentState[] = all.filter((state) => states[state].next.length > 0);

/** The states in which the payer can still pay, or think better of it. */
export const payableStates = statesBefore(after.payment);

/** The states in which the payer has paid and the shop has not verified. */
export const verifiableStates = statesBefore(after.verification).filter((state) => !isPayable(state));

/** The states from which a verification may be tried once more. */
export const retryableStates: readonly PaymentState[] = verifiableStates.filter(
  (state) => state === after.failedVerification,
);

export function isOpen(state: PaymentState): boolean {
  return openStates.includes(state);
}

export function isPayable(state: PaymentState): boolean {
  return payableStates.includes(state);
}

export function isVerifiable(state: PaymentState): boolean {
  return verifiableStates.includes(state);
}

export function isRetryable(state: PaymentState): boolean {
  return retryableStates.includes(state);
}

/** Whether the money is the shop's. */
export function isVerified(state: PaymentState): state is typeof after.verification {
  return state === after.verification;
}

/** Whether it is over and has brought no money. */
export function cameToNothing(state: PaymentState): boolean {
  return !isOpen(state) && !isVerified(state);
}

export function isExpired(state: PaymentState): boolean {
  return state === after.expiry;
}

/** Whether a payment's time is over although its state does not say so yet. */
export function isOverdue({ state, expires_at }: PaymentRow, now: number): boolean {
  return isOpen(state) && expires_at <= now;
}

/** @returns the public status that belongs to a state, without any dialect. */
export function statusOf(state: PaymentState): string {
  return states[state].status;
}
