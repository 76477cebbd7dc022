// Sends a dead letter once more when somebody asks for it; what fails again is dead again.
import type { Services } from '../core/services.ts';
import { clockOf } from '../terminals/terminals.ts';

export type RetryOutcome = 'queued' | 'not dead' | 'unsubscribed' | 'unknown';

/**
 * Puts a dead letter back into the queue, due at once on the terminal's clock. It keeps its X-Webhook-ID.
 * @returns whether it was put there, or why not.
 */
export async function retryDeadLetter(
  services: Services,
  terminalId: string,
  deliveryId: string,
): Promise<RetryOutcome> {
  const now = await clockOf(services, terminalId);
  if (now === undefined) return 'unknown';
  const outcome = await services.storage.write(async (unit): Promise<RetryOutcome> => {
    const delivery = await unit
      .selectFrom('deliveries')
      .innerJoin('webhooks', 'webhooks.id', 'deliveries.webhook_id')
      .select(['deliveries.state', 'webhooks.is_active'])
      .where('deliveries.id', '=', deliveryId)
      .where('deliveries.terminal_id', '=', terminalId)
      .executeTakeFirst();
    if (!delivery) return 'unknown';
    if (delivery.is_active === 0) return 'unsubscribed';
    const { numUpdatedRows } = await unit
      .updateTable('deliveries')
      .set({ state: 'pending', next_attempt_at: now, claimed_until: 0 })
      .where('id', '=', deliveryId)
      // Of two who ask at the same moment one wins.
      .where('state', '=', 'dead')
      .executeTakeFirst();
    return numUpdatedRows > 0n ? 'queued' : 'not dead';
  });
  services.wakeDispatcher();
  return outcome;
}
