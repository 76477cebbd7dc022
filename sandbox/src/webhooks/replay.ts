// Sends a delivery again when a test asks for it: to the letter, as an attacker would, or as a new one.
import type { WebhookEvent } from '../../../generated/facts.ts';
import type { Services } from '../core/services.ts';
import { timeOf } from '../terminals/clock.ts';
import { type EventData, signedBody } from './events.ts';
import type { AttemptResult } from './send.ts';

/**
 * Sends a delivery again at once; it is no attempt, and changes nothing of the delivery.
 * @param mode `same_bytes` repeats body, id, signature and even the timestamp of the first attempt; `signed_anew`
 *   has a new id and timestamp, and is signed with the webhook's secret of now.
 * @returns how it was received, or undefined when there is no such delivery.
 */
export async function replay(
  services: Services,
  deliveryId: string,
  mode: 'same_bytes' | 'signed_anew',
): Promise<(AttemptResult & { id: string }) | undefined> {
  const { storage, clock, sender, seeds, contracts } = services;
  const found = await storage.db
    .selectFrom('deliveries')
    .innerJoin('webhooks', 'webhooks.id', 'deliveries.webhook_id')
    .innerJoin('terminals', 'terminals.id', 'deliveries.terminal_id')
    .leftJoin('delivery_attempts', (join) =>
      join
        .onRef('delivery_attempts.delivery_id', '=', 'deliveries.id')
        .on('delivery_attempts.number', '=', 1),
    )
    .select(['deliveries.body', 'deliveries.signature', 'deliveries.event', 'deliveries.terminal_id'])
    .select(['webhooks.url', 'webhooks.secret', 'terminals.clock_offset_ms', 'terminals.clock_runs'])
    .select(['terminals.merchant_code', 'terminals.dialects'])
    .select(['deliveries.created_at', 'delivery_attempts.sent_at'])
    .where('deliveries.id', '=', deliveryId)
    .executeTakeFirst();
  if (!found) return undefined;
  const { url, event, body, signature } = found;
  if (mode === 'same_bytes') {
    const at = found.sent_at ?? found.created_at;
    const result = await sender.send({ url, event, deliveryId, body, signature, at });
    return { ...result, id: deliveryId };
  }
  const id = seeds.of(found.terminal_id).deliveryId();
  const at = timeOf(clock, found);
  const { data } = JSON.parse(body) as { data: EventData };
  const anew = signedBody(
    { event: event as WebhookEvent, at, merchantCode: found.merchant_code, data },
    found.secret,
    await contracts.of(found.dialects),
  );
  return { ...(await sender.send({ url, event, deliveryId: id, ...anew, at })), id };
}
