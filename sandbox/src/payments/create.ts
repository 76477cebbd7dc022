// createPayment: a new payment, its page, and the event that reports it.
import { paymentLifecycle } from '../../../generated/facts.ts';
import { jalaliDateTime } from '../core/calendar.ts';
import { command, WorkFailed } from '../core/handlers.ts';
import type { Services } from '../core/services.ts';
import { faultOf } from '../faults/in-the-work.ts';
import { type FillIn, prepared } from '../storage/prepared.ts';
import type { Flag, PaymentRow } from '../storage/schema.ts';
import type { Queries } from '../storage/storage.ts';
import { emit } from '../webhooks/events.ts';
import { maskedCard } from './card.ts';
import { after } from './states.ts';

interface PaymentRequest {
  amount: number;
  order_id: string;
  callback_url: string;
  /** Checked and not kept: no answer returns it, and what is not kept cannot leak. */
  mobile?: string;
  description?: string;
  card_number?: string;
  action?: PaymentRow['callback_method'];
  affiliate_code?: string;
  direct_verify?: boolean;
}

type NewPayment = Pick<
  PaymentRow,
  | 'authority'
  | 'terminal_id'
  | 'order_id'
  | 'amount'
  | 'callback_url'
  | 'callback_method'
  | 'description'
  | 'card_restriction'
  | 'affiliate_code'
  | 'direct_verify'
  | 'created_at'
  | 'expires_at'
>;

const insertPayment = prepared((db, value: FillIn<NewPayment>) =>
  db
    .insertInto('payments')
    .values({
      authority: value('authority'),
      terminal_id: value('terminal_id'),
      order_id: value('order_id'),
      amount: value('amount'),
      callback_url: value('callback_url'),
      callback_method: value('callback_method'),
      description: value('description'),
      card_restriction: value('card_restriction'),
      affiliate_code: value('affiliate_code'),
      direct_verify: value('direct_verify'),
      state: after.creation,
      bank_reference: null,
      card_pan: null,
      created_at: value('created_at'),
      updated_at: value('created_at'),
      expires_at: value('expires_at'),
      paid_at: null,
      verified_at: null,
    })
    .onConflict((conflict) => conflict.column('authority').doNothing())
    .returning('authority'),
);

/** Stores a payment under an authority that no other has: two of one second may draw the same letters. */
async function store(
  { storage, identifiers }: Services,
  unit: Queries,
  payment: Omit<NewPayment, 'authority'>,
): Promise<string> {
  for (;;) {
    const authority = identifiers.authority(payment.created_at);
    const [stored] = await insertPayment(storage.kind, unit, { ...payment, authority });
    if (stored) return authority;
  }
}

export const createPayment = command(async (call, unit, services) => {
  const { settings, clock } = services;
  const { terminalId, merchantCode } = call.caller;
  const fault = await faultOf(unit, call);
  if (fault) return new WorkFailed(fault);
  const request = call.body as PaymentRequest;
  const expiresAt = call.now + paymentLifecycle.lifetime_seconds.sandbox * 1000;
  const authority = await store(services, unit, {
    terminal_id: terminalId,
    order_id: request.order_id,
    amount: request.amount,
    callback_url: request.callback_url,
    callback_method: request.action ?? 'POST',
    description: request.description ?? null,
    card_restriction: request.card_number === undefined ? null : maskedCard(request.card_number),
    affiliate_code: request.affiliate_code ?? null,
    direct_verify: Number(request.direct_verify ?? false) as Flag,
    created_at: call.now,
    expires_at: expiresAt,
  });
  await emit(unit, services, {
    event: 'payment.created',
    terminalId,
    merchantCode,
    at: call.now,
    data: ({ states }) => ({
      authority,
      amount: request.amount,
      status: states[after.creation].status,
      created_at: jalaliDateTime(call.now),
    }),
  });
  return {
    transaction: {
      authority,
      gateway_url: `${settings.publicUrl}/startpay/${authority}`,
      expires_at: jalaliDateTime(expiresAt),
    },
    meta: {
      idempotency_key: call.idempotencyKey,
      request_id: call.requestId,
      processing_time_ms: Math.round(clock.elapsed() - call.startedAt),
      environment: 'sandbox',
      test_mode: true,
    },
  };
});
