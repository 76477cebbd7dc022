// The step that makes the money the shop's: one conditional update decides, and its events are written with it.
import { jalaliDateTime } from '../core/calendar.ts';
import type { Services } from '../core/services.ts';
import { move } from '../payments/move.ts';
import { after } from '../payments/states.ts';
import type { PaymentRow, PaymentState } from '../storage/schema.ts';
import type { Queries } from '../storage/storage.ts';
import { emit } from '../webhooks/events.ts';

/**
 * Completes a payment.
 * @returns the completed payment, or undefined for everyone but the one who won.
 */
export async function complete(
  unit: Queries,
  services: Services,
  authority: string,
  merchantCode: string,
  now: number,
  changes: { from: readonly PaymentState[] } & Partial<PaymentRow>,
): Promise<PaymentRow | undefined> {
  const payment = await move(unit, authority, after.verification, now, { ...changes, verified_at: now });
  if (!payment) return undefined;
  const data = {
    authority,
    amount: payment.amount,
    order_id: payment.order_id,
    ref_code: payment.bank_reference,
    pan: payment.card_pan,
    verified_at: jalaliDateTime(now),
  };
  // Both events report one fact with the same data; their order is not promised (docs/decisions/0056).
  for (const event of ['payment.completed', 'verification.completed'] as const) {
    await emit(unit, services, { event, terminalId: payment.terminal_id, merchantCode, at: now, data });
  }
  return payment;
}
