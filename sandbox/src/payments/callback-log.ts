// Remembers how the callback of a payment left the sandbox; whether it arrived is known only where it sent it itself.
import { randomUUID } from 'node:crypto';
import type { Services } from '../core/services.ts';
import type { CallbackRow, PaymentRow } from '../storage/schema.ts';
import { clockOf } from '../terminals/clock.ts';
import { contractOfTerminal } from '../terminals/dialects.ts';
import { callbackOf } from './callback.ts';

/** Whoever knows an authority may open its page again and again: so many callbacks of a payment are kept. */
const most = 50;

type Departure = Pick<CallbackRow, 'way'> &
  Partial<Pick<CallbackRow, 'doubled' | 'response_code' | 'error' | 'at'>>;

/** The moment on a terminal's clock. */
export async function momentOf(
  services: Pick<Services, 'storage' | 'clock'>,
  terminalId: string,
): Promise<number> {
  return (await clockOf(services, terminalId)) ?? services.clock.now();
}

/**
 * Writes down that the callback of a payment, as it is now, has left.
 * @param departure how, and when on the terminal's clock; now when it does not say.
 */
export async function logCallback(
  services: Pick<Services, 'storage' | 'clock' | 'contracts'>,
  payment: PaymentRow,
  departure: Departure,
): Promise<void> {
  const { way, doubled = 0, response_code = null, error = null } = departure;
  const { terminal_id: terminalId, authority } = payment;
  const { method, url, fields } = callbackOf(payment, await contractOfTerminal(services, terminalId));
  const at = departure.at ?? (await momentOf(services, terminalId));
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
