// The state machine of a payment, as the contract describes it; every change of state goes through here.
import { paymentLifecycle } from '../../../generated/facts.ts';
import type { PaymentRow, PaymentState } from '../storage/schema.ts';
import type { Queries } from '../storage/storage.ts';

const { states } = paymentLifecycle;

/** @returns the public status that belongs to a state, without any dialect. */
export function statusOf(state: PaymentState): string {
  return states[state].status;
}

/** The states from which the contract allows to come to another. */
function statesBefore(state: PaymentState): PaymentState[] {
  return (Object.keys(states) as PaymentState[]).filter((from) =>
    (states[from].next as readonly PaymentState[]).includes(state),
  );
}

/** The states that nothing follows. */
function isFinal(state: PaymentState): boolean {
  return states[state].next.length === 0;
}

/** The states that something can still follow. */
export const openStates = (Object.keys(states) as PaymentState[]).filter((state) => !isFinal(state));

/** The states in which the payer has paid and the shop has not verified. */
export const paidStates: readonly PaymentState[] = statesBefore('COMPLETED').filter(
  (state) => state !== 'AWAITING_PAYMENT',
);

/** Whether a payment's time is over although its state does not say so yet. */
export function isOverdue(payment: PaymentRow, now: number): boolean {
  return !isFinal(payment.state) && payment.expires_at <= now;
}

/**
 * Moves a payment to another state in one conditional update, which decides between concurrent callers.
 * @param from the states it may be in; all that the contract allows when it is not given.
 * @returns the payment as it is now, or undefined when somebody else was faster.
 */
export async function move(
  unit: Queries,
  authority: string,
  to: PaymentState,
  now: number,
  { from = statesBefore(to), ...changes }: { from?: readonly PaymentState[] } & Partial<PaymentRow> = {},
): Promise<PaymentRow | undefined> {
  const forbidden = from.filter((state) => !(states[state].next as readonly PaymentState[]).includes(to));
  if (forbidden.length > 0) throw new Error(`The contract has no way from ${forbidden.join(', ')} to ${to}.`);
  let update = unit
    .updateTable('payments')
    .set({ ...changes, state: to, updated_at: now })
    .where('authority', '=', authority)
    .where('state', 'in', from as PaymentState[]);
  // At its expiry a payment can only time out, however late the clock's turn comes.
  if (to !== 'TIMEOUT') update = update.where('expires_at', '>', now);
  return update.returningAll().executeTakeFirst();
}
