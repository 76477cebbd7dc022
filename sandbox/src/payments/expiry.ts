// What happens when a payment's time is over: the state and its event change together (docs/decisions/0055, 0067, 0068).
import { webhookDelivery } from '../../../generated/facts.ts';
import type { Services } from '../core/services.ts';
import type { PaymentRow } from '../storage/schema.ts';
import type { Queries } from '../storage/storage.ts';
import { furthestTime, hasCome, timeOf } from '../terminals/clock.ts';
import { oneByOne } from '../terminals/one-by-one.ts';
import { emit } from '../webhooks/events.ts';
import { move } from './move.ts';
import { after, isOverdue, isVerifiable, openStates } from './states.ts';

/**
 * Times a payment out, whether paid or not; the money of a paid one goes back.
 * @param at the moment of the expiry: when its time was over, unless it ends early.
 * @returns the payment as it is now, or undefined when it had become final meanwhile.
 */
export async function expire(
  unit: Queries,
  services: Services,
  payment: PaymentRow,
  merchantCode: string,
  at: number = payment.expires_at,
): Promise<PaymentRow | undefined> {
  const ended = await move(unit, payment.authority, after.expiry, at, { from: [payment.state] });
  if (!ended) return undefined;
  const paid = isVerifiable(payment.state);
  await emit(unit, services, {
    event: paid ? 'payment.reversed' : 'payment.failed',
    terminalId: payment.terminal_id,
    merchantCode,
    at,
    data: ({ states }) => ({
      authority: payment.authority,
      amount: payment.amount,
      status: states[ended.state].status,
      message: paid ? webhookDelivery.messages.reversed : webhookDelivery.messages.timeout,
    }),
  });
  return ended;
}

/** How many overdue payments one unit of work times out, so that others get their turn. */
const batch = 100;

/**
 * Times out every payment whose time is over on its terminal's clock.
 * @param terminalId only those of one terminal, at a moment on its clock; all terminals when it is not given.
 * @returns how many there were.
 */
export async function expireOverdue(services: Services, terminalId?: string): Promise<number> {
  const { storage, clock } = services;
  let total = 0;
  /** Terminals whose payments cannot be timed out now; those of all others are. */
  const failed: string[] = [];
  for (;;) {
    // No clock runs further ahead than this: it lets the index find the few that can be due at all.
    const latest = await furthestTime(services);
    let due = storage.db
      .selectFrom('payments')
      .innerJoin('terminals', 'terminals.id', 'payments.terminal_id')
      .selectAll('payments')
      .select(['terminals.merchant_code', 'terminals.clock_offset_ms', 'terminals.clock_runs'])
      .where('payments.state', 'in', openStates)
      .where('payments.expires_at', '<=', latest)
      .where(hasCome('payments.expires_at', clock.now()))
      .orderBy('payments.expires_at')
      .limit(batch);
    if (terminalId !== undefined) due = due.where('payments.terminal_id', '=', terminalId);
    if (failed.length > 0) due = due.where('payments.terminal_id', 'not in', failed);
    const rows = await due.execute();
    if (rows.length === 0) return total;
    failed.push(
      ...(await oneByOne(services, 'timing payments out', rows, async (unit, row) => {
        const { merchant_code: merchantCode, clock_offset_ms, clock_runs, ...payment } = row;
        const now = timeOf(clock, { clock_offset_ms, clock_runs });
        if (isOverdue(payment, now)) await expire(unit, services, payment, merchantCode);
      })),
    );
    total += rows.length;
  }
}
