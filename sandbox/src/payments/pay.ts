// What the simulated bank does with a card: the four test cards, and the payer who changes their mind.
import { testCards, webhookDelivery } from '../../../generated/facts.ts';
import type { Services } from '../core/services.ts';
import type { PaymentRow, PaymentState } from '../storage/schema.ts';
import type { Queries } from '../storage/storage.ts';
import { complete } from '../verifications/complete.ts';
import { emit } from '../webhooks/events.ts';
import { maskedCard } from './card.ts';
import { expire } from './expiry.ts';
import { move } from './move.ts';
import { after, payableStates } from './states.ts';

/** The outcomes that the test cards lead to, by the contract's names. */
export type CardName = keyof typeof testCards;

/** @returns the test card of this name, if there is one. */
export function cardNamed(name: string): CardName | undefined {
  return Object.hasOwn(testCards, name) ? (name as CardName) : undefined;
}

/** @returns the test card with this number, if it is one. */
export function testCardOf(number: string): CardName | undefined {
  return (Object.keys(testCards) as CardName[]).find((name) => testCards[name].card_number === number);
}

/** Whether a payment that is restricted to one card may be paid with another (docs/decisions/0043). */
export function mayPay(payment: PaymentRow, card: CardName): boolean {
  const { card_restriction: only } = payment;
  return only === null || only === maskedCard(testCards[card].card_number);
}

/** Ends a payment that brings no money, with its event. */
async function endUnpaid(
  unit: Queries,
  services: Services,
  payment: PaymentRow,
  merchantCode: string,
  now: number,
  end: { state: PaymentState; event: 'payment.failed' | 'payment.cancelled'; message: string },
  changes: Partial<PaymentRow> = {},
): Promise<PaymentRow | undefined> {
  const ended = await move(unit, payment.authority, end.state, now, changes);
  if (!ended) return undefined;
  await emit(unit, services, {
    event: end.event,
    terminalId: payment.terminal_id,
    merchantCode,
    at: now,
    data: ({ states }) => ({
      authority: payment.authority,
      amount: payment.amount,
      status: states[ended.state].status,
      message: end.message,
    }),
  });
  return ended;
}

/** Cancels a payment that nobody has paid, whoever asks for it. @returns undefined when it was paid or over. */
export function cancel(
  unit: Queries,
  services: Services,
  payment: PaymentRow,
  merchantCode: string,
  now: number,
): Promise<PaymentRow | undefined> {
  return endUnpaid(unit, services, payment, merchantCode, now, {
    state: after.cancellation,
    event: 'payment.cancelled',
    message: webhookDelivery.messages.cancelled,
  });
}

/**
 * Pays with a test card: the success card pays (and verifies, when the payment asked for that), the others
 * end the payment as their names say.
 * @returns the payment as it is now, or undefined when it could no longer be paid.
 */
export async function pay(
  unit: Queries,
  services: Services,
  payment: PaymentRow,
  merchantCode: string,
  now: number,
  card: CardName,
): Promise<PaymentRow | undefined> {
  const pan = maskedCard(testCards[card].card_number);
  if (card === 'timeout') return expire(unit, services, payment, merchantCode, now);
  if (card !== 'success') {
    const end = {
      state: after.failedPayment,
      event: 'payment.failed',
      message: webhookDelivery.messages.failed,
    } as const;
    return endUnpaid(unit, services, payment, merchantCode, now, end, { card_pan: pan });
  }
  const paid = { card_pan: pan, bank_reference: services.identifiers.bankReference(), paid_at: now };
  if (payment.direct_verify === 1) {
    return complete(unit, services, payment.authority, merchantCode, now, {
      from: payableStates,
      ...paid,
    });
  }
  return move(unit, payment.authority, after.payment, now, paid);
}
