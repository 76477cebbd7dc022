// What the payer does on the page, or a test in the payer's place: pay with a test card, or cancel.
import { type Services, servicesFor } from '../core/services.ts';
import type { PaymentRow } from '../storage/schema.ts';
import type { Queries } from '../storage/storage.ts';
import { timeOf } from '../terminals/clock.ts';
import { expire } from './expiry.ts';
import { type CardName, cancel, mayPay, pay } from './pay.ts';
import { isOverdue, isPayable } from './states.ts';

export type PageAction = CardName | 'cancel';

export type Outcome =
  | { kind: 'unknown' }
  | { kind: 'wrong card'; payment: PaymentRow }
  /** The payment was over before: nothing has changed. */
  | { kind: 'over'; payment: PaymentRow }
  | { kind: 'done'; payment: PaymentRow };

export interface PayersPayment {
  payment: PaymentRow;
  merchantCode: string;
  merchantName: string;
  /** On the terminal's clock. */
  now: number;
}

/** Finds a payment for whoever knows its authority; one whose time is over is timed out first. */
export async function paymentOfPayer(
  services: Services,
  authority: string,
  db: Queries = services.storage.db,
): Promise<PayersPayment | undefined> {
  const row = await db
    .selectFrom('payments')
    .innerJoin('terminals', 'terminals.id', 'payments.terminal_id')
    .selectAll('payments')
    .select([
      'terminals.merchant_code',
      'terminals.name',
      'terminals.clock_offset_ms',
      'terminals.clock_runs',
    ])
    .where('authority', '=', authority)
    .executeTakeFirst();
  if (!row) return undefined;
  const { merchant_code: merchantCode, name: merchantName, clock_offset_ms, clock_runs, ...payment } = row;
  const now = timeOf(services.clock, { clock_offset_ms, clock_runs });
  if (!isOverdue(payment, now)) return { payment, merchantCode, merchantName, now };
  const end = (unit: Queries) => expire(unit, services, payment, merchantCode);
  await (db === services.storage.db ? services.storage.write(end) : end(db));
  return paymentOfPayer(services, authority, db);
}

/** Carries out what the payer chose; of two at the same moment one conditional update decides. */
export async function actOnPage(services: Services, authority: string, action: PageAction): Promise<Outcome> {
  const outcome = await services.storage.write(async (unit): Promise<Outcome> => {
    const found = await paymentOfPayer(services, authority, unit);
    if (!found) return { kind: 'unknown' };
    const { payment, merchantCode, now } = found;
    if (!isPayable(payment.state)) return { kind: 'over', payment };
    if (action !== 'cancel' && !mayPay(payment, action)) return { kind: 'wrong card', payment };
    const changed =
      action === 'cancel'
        ? await cancel(unit, services, payment, merchantCode, now)
        : await pay(unit, servicesFor(services, payment.terminal_id), payment, merchantCode, now, action);
    if (changed) return { kind: 'done', payment: changed };
    const since = await paymentOfPayer(services, authority, unit);
    return since ? { kind: 'over', payment: since.payment } : { kind: 'unknown' };
  });
  services.wakeDispatcher();
  return outcome;
}
