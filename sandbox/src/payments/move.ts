// Moves a payment from one state to another; every change of state is made here.
import type { PaymentRow, PaymentState } from '../storage/schema.ts';
import type { Queries } from '../storage/storage.ts';
import { isExpired, mayBecome, statesBefore } from './states.ts';

/**
 * Moves a payment to another state in one conditional update, which decides between concurrent callers.
 * @param from the states it may be in; all that the contract allows when it is not given.
 * @returns the payment as it is now, or undefined when somebody else was faster.
 * @throws Error when the contract has no such way.
 */
export async function move(
  unit: Queries,
  authority: string,
  to: PaymentState,
  now: number,
  { from = statesBefore(to), ...changes }: { from?: readonly PaymentState[] } & Partial<PaymentRow> = {},
): Promise<PaymentRow | undefined> {
  const forbidden = from.filter((state) => !mayBecome(state, to));
  if (forbidden.length > 0) throw new Error(`The contract has no way from ${forbidden.join(', ')} to ${to}.`);
  let update = unit
    .updateTable('payments')
    .set({ ...changes, state: to, updated_at: now })
    .where('authority', '=', authority)
    .where('state', 'in', from);
  // At its expiry a payment can only time out, however late the clock's turn comes.
  if (!isExpired(to)) update = update.where('expires_at', '>', now);
  return update.returningAll().executeTakeFirst();
}
