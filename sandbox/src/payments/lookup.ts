// Finds a payment of a terminal; that of another terminal does not exist (docs/decisions/0023).

import { ApiError } from '../contract/errors.ts';
import type { AuthenticatedCall } from '../core/call.ts';
import type { Services } from '../core/services.ts';
import { type FillIn, prepared } from '../storage/prepared.ts';
import type { PaymentRow } from '../storage/schema.ts';
import type { Queries, Storage } from '../storage/storage.ts';
import { expire } from './expiry.ts';
import { isOverdue } from './states.ts';

const paymentOfTerminal = prepared((db, value: FillIn<{ authority: string; terminalId: string }>) =>
  db
    .selectFrom('payments')
    .selectAll()
    .where('authority', '=', value('authority'))
    .where('terminal_id', '=', value('terminalId')),
);

async function find(
  kind: Storage['kind'],
  db: Queries,
  { caller }: AuthenticatedCall,
  authority: string,
): Promise<PaymentRow> {
  const [payment] = await paymentOfTerminal(kind, db, { authority, terminalId: caller.terminalId });
  if (!payment) throw new ApiError('ErrorTransactionNotFound');
  return payment;
}

/**
 * Finds a payment for a command; one whose time is over is timed out first.
 * @throws ApiError -33.
 */
export async function paymentForChange(
  call: AuthenticatedCall,
  unit: Queries,
  services: Services,
  authority: string,
): Promise<PaymentRow> {
  const payment = await find(services.storage.kind, unit, call, authority);
  if (!isOverdue(payment, call.now)) return payment;
  return (
    (await expire(unit, services, payment, call.caller.merchantCode)) ??
    find(services.storage.kind, unit, call, authority)
  );
}

/**
 * Finds a payment to show it; one whose time is over is timed out first, so that nobody sees it open.
 * @throws ApiError -33.
 */
export async function paymentToShow(call: AuthenticatedCall, services: Services): Promise<PaymentRow> {
  const { storage } = services;
  const authority = call.path.authority ?? '';
  const payment = await find(storage.kind, storage.db, call, authority);
  if (!isOverdue(payment, call.now)) return payment;
  return storage.write((unit) => paymentForChange(call, unit, services, authority));
}
