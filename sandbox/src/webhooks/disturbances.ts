// Faults on order in the sending of webhooks: an event that comes twice, late, or after the next one.
import type { Insertable } from 'kysely';
import { strike } from '../faults/strike.ts';
import type { Schema } from '../storage/schema.ts';
import type { Queries } from '../storage/storage.ts';

type NewDelivery = Insertable<Schema['deliveries']>;

/** How late an event is, and how long one is held back that nothing follows, when the order does not say. */
const seconds = { late: 60, heldBack: 60 };

/** How long after the next event one arrives that was held back, in milliseconds. */
const behind = 1000;

/** Lets the orders of a terminal strike its new deliveries, and sends on what waited for them. */
export async function disturb(unit: Queries, deliveries: NewDelivery[]): Promise<NewDelivery[]> {
  const disturbed: NewDelivery[] = [];
  for (const delivery of deliveries) {
    const struck = async (kind: 'webhook_late' | 'webhook_duplicate' | 'webhook_out_of_order') =>
      strike(unit, { terminalId: delivery.terminal_id, kinds: [kind], on: delivery.event });
    const [late, twice, swapped] = [
      await struck('webhook_late'),
      await struck('webhook_duplicate'),
      await struck('webhook_out_of_order'),
    ];
    const delay = late
      ? (late.settings.seconds ?? seconds.late)
      : swapped
        ? (swapped.settings.seconds ?? seconds.heldBack)
        : 0;
    if (!swapped) await sendOnHeldBack(unit, delivery);
    disturbed.push({
      ...delivery,
      next_attempt_at: delivery.next_attempt_at + delay * 1000,
      copies_left: twice ? (twice.settings.copies ?? 1) : 0,
      held_back: swapped ? 1 : 0,
    });
  }
  return disturbed;
}

async function sendOnHeldBack(
  unit: Queries,
  { webhook_id: webhook, created_at: at }: NewDelivery,
): Promise<void> {
  await unit
    .updateTable('deliveries')
    .set({ held_back: 0, next_attempt_at: at + behind })
    .where('webhook_id', '=', webhook)
    .where('held_back', '=', 1)
    .where('state', '=', 'pending')
    .execute();
}
