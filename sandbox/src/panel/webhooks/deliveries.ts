// Reads deliveries with their attempts, and says how one stands.
import { webhookDelivery } from '../../../../generated/facts.ts';
import { badge, code, type Tone } from '../../html/elements.ts';
import type { Both, Speech } from '../../html/language.ts';
import { type Html, html } from '../../html/template.ts';
import type { DeliveryAttemptRow, DeliveryRow } from '../../storage/schema.ts';
import type { Panel } from '../frame/visit.ts';

export const deliveryStates: Record<DeliveryRow['state'], Both & { tone: Tone }> = {
  pending: { en: 'Waiting', fa: 'در انتظار', tone: 'waiting' },
  delivered: { en: 'Delivered', fa: 'رسیده', tone: 'good' },
  dead: { en: 'Dead letter', fa: 'ناموفق (DLQ)', tone: 'bad' },
  withdrawn: { en: 'Withdrawn', fa: 'پس‌گرفته', tone: 'quiet' },
};

export function deliveryBadge({ of }: Speech, state: DeliveryRow['state']): Html {
  return badge(deliveryStates[state].tone, of(deliveryStates[state]));
}

/** What the sender writes down about a failure, in Persian. */
function persianError(error: string): Html {
  if (error === 'Address not allowed') return html`آدرس مجاز نیست`;
  if (error.startsWith('No answer')) {
    return html`بدون پاسخ در ${new Intl.NumberFormat('fa-IR').format(webhookDelivery.timeout_seconds)} ثانیه`;
  }
  const [, reason] = /^Connection failed(?: \((\w+)\))?$/.exec(error) ?? [];
  if (error.startsWith('Connection failed')) {
    return html`اتصال برقرار نشد${reason === undefined ? null : html` (${code(reason)})`}`;
  }
  return code(error);
}

/** Why no answer came, as the sender wrote it down. */
export function sendingError({ language }: Speech, error: string): Html {
  return language === 'fa' ? persianError(error) : html`${error}`;
}

/** How one attempt ended. */
export function attemptText(
  speech: Speech,
  { number, error, response_code: status }: DeliveryAttemptRow,
): Html {
  const { say, digits } = speech;
  const name = say(`attempt ${number}`, `تلاش ${digits(number)}`);
  if (error === null) return html`${name}: ${badge('good', String(status ?? ''))}`;
  if (status !== null) return html`${name}: ${badge('bad', String(status))}`;
  return html`${name}: ${sendingError(speech, error)}`;
}

async function attemptsOf({ services }: Panel, ids: readonly string[]): Promise<DeliveryAttemptRow[]> {
  if (ids.length === 0) return [];
  return services.storage.db
    .selectFrom('delivery_attempts')
    .selectAll()
    .where('delivery_id', 'in', ids)
    .orderBy('number')
    .execute();
}

/** The deliveries that report something about a payment, oldest first, with their webhook's address and their attempts. */
export async function deliveriesAbout(panel: Panel, terminalId: string, authority: string) {
  const deliveries = await panel.services.storage.db
    .selectFrom('deliveries')
    .innerJoin('webhooks', 'webhooks.id', 'deliveries.webhook_id')
    .selectAll('deliveries')
    .select('webhooks.url')
    .where('deliveries.terminal_id', '=', terminalId)
    .where('deliveries.body', 'like', `%"authority":"${authority}"%`)
    .orderBy('deliveries.created_at')
    .limit(100)
    .execute();
  const attempts = await attemptsOf(
    panel,
    deliveries.map(({ id }) => id),
  );
  return deliveries.map((delivery) => ({
    ...delivery,
    attemptRows: attempts.filter(({ delivery_id }) => delivery_id === delivery.id),
  }));
}

/** One delivery with its webhook's address and its attempts; undefined when the terminal has none of this id. */
export async function deliveryWithAttempts(panel: Panel, terminalId: string, id: string) {
  const delivery = await panel.services.storage.db
    .selectFrom('deliveries')
    .innerJoin('webhooks', 'webhooks.id', 'deliveries.webhook_id')
    .selectAll('deliveries')
    .select(['webhooks.url', 'webhooks.is_active'])
    .where('deliveries.id', '=', id)
    .where('deliveries.terminal_id', '=', terminalId)
    .executeTakeFirst();
  return delivery && { ...delivery, attemptRows: await attemptsOf(panel, [delivery.id]) };
}
