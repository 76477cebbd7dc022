// Remembers how the callback of a payment left the sandbox; whether it arrived is known only where it sent it itself.
import { randomUUID } from 'node:crypto';
import type { Services } from '../services.ts';
import type { CallbackRow, PaymentRow } from '../storage/schema.ts';
import { clockOf } from '../terminals/clock.ts';
import { callbackOf } from './callback.ts';

/** Whoever knows an authority may open its page again and again: so many callbacks of a payment are kept. */
const most = 50;

type Departure = Pick<CallbackRow, 'way'> & Partial<Pick<CallbackRow, 'doubled' | 'response_code' | 'error'>>;

/** Writes down that the callback of a payment, as it is now, has left on the terminal's clock. */
export async function logCallback(
  services: Pick<Services, 'storage' | 'clock'>,
  payment: PaymentRow,
  { way, doubled = 0, response_code = null, error = null }: Departure,
): Promise<void> {
  const { terminal_id: terminalId, authority } = payment;
  const { method, url, fields } = callbackOf(payment);
  const at = (await clockOf(services, terminalId)) ?? services.clock.now();
  await services.storage.write(async (unit) => {
    const { kept } = await unit
      .selectFrom('callbacks')
      .select(({ fn }) => fn.countAll<number>().as('kept'))
      .where('terminal_id', '=', terminalId)
      .where('authority', '=', authority)
      .executeTakeFirstOrThrow();
    if (Number(kept) >= most) return;
    await unit
      .insertInto('callbacks')
      .values({
        id: randomUUID(),
        terminal_id: terminalId,
        authority,
        position: Number(kept),
        way,
        doubled,
        method,
        url,
        status_code: fields.status_code ?? '',
        response_code,
        error,
        at,
      })
      .execute();
  });
}

/** The callbacks of a payment that have left so far, oldest first. */
export function callbacksOf(
  { storage }: Pick<Services, 'storage'>,
  { terminal_id: terminalId, authority }: Pick<PaymentRow, 'terminal_id' | 'authority'>,
): Promise<CallbackRow[]> {
  return storage.db
    .selectFrom('callbacks')
    .selectAll()
    .where('terminal_id', '=', terminalId)
    .where('authority', '=', authority)
    .orderBy('position')
    .execute();
}
