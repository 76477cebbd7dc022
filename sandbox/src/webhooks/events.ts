// Writes an event down for every webhook that wants it, in the transaction of what it reports.
import { signing, type WebhookEvent } from '../../../generated/facts.ts';
import type { Contract } from '../contract/contract.ts';
import { isoInTehran } from '../core/calendar.ts';
import type { Services } from '../core/services.ts';
import { hmac } from '../signing/signatures.ts';
import { type FillIn, prepared } from '../storage/prepared.ts';
import type { Queries } from '../storage/storage.ts';
import { disturb } from './disturbances.ts';

/** Only what JavaScript, PHP and Python serialise alike (docs/decisions/0009). */
export type EventData = Record<string, string | number | boolean | null>;

export interface Happening {
  event: WebhookEvent;
  terminalId: string;
  merchantCode: string;
  /** When it happened, on the terminal's clock. */
  at: number;
  /** A function where they tell a public status, which depends on the dialects of the terminal. */
  data: EventData | ((contract: Contract) => EventData);
}

const activeWebhooks = prepared((db, value: FillIn<{ terminalId: string }>) =>
  db
    .selectFrom('webhooks')
    .select(['id', 'secret', 'events'])
    .select(({ selectFrom }) =>
      selectFrom('terminals')
        .select('dialects')
        .whereRef('terminals.id', '=', 'webhooks.terminal_id')
        .as('dialects'),
    )
    .where('terminal_id', '=', value('terminalId'))
    .where('is_active', '=', 1),
);

/**
 * The body of a delivery and its signature, which covers the compact JSON of `data` alone.
 * `data` stands in the body in exactly the form that was signed.
 */
export function signedBody(
  { event, at, merchantCode, data }: Omit<Happening, 'terminalId'>,
  secret: string,
  contract: Contract,
): { body: string; signature: string } {
  const unsigned = {
    event,
    timestamp: isoInTehran(at),
    merchant_code: merchantCode,
    data: typeof data === 'function' ? data(contract) : data,
  };
  const body = contract.sendings ? contract.sendings.event(event, unsigned) : unsigned;
  const signature = hmac(secret, [JSON.stringify(body.data)], signing.webhook.separator);
  return { body: JSON.stringify({ ...body, signature }), signature };
}

/** Writes one delivery for each active webhook of the terminal that is subscribed to the event. */
export async function emit(unit: Queries, services: Services, happening: Happening): Promise<void> {
  const { event, terminalId, at } = happening;
  const webhooks = await activeWebhooks(services.storage.kind, unit, { terminalId });
  const wanted = webhooks.filter(({ events }) => (JSON.parse(events) as string[]).includes(event));
  const [first] = wanted;
  if (!first) return;
  const contract = await services.contracts.of(first.dialects);
  const rows = wanted.map(({ id, secret }) => ({
    id: services.seeds.of(terminalId).deliveryId(),
    terminal_id: terminalId,
    webhook_id: id,
    event,
    ...signedBody(happening, secret, contract),
    state: 'pending' as const,
    attempts: 0,
    created_at: at,
    next_attempt_at: at,
    claimed_until: 0,
  }));
  const disturbed = await disturb(unit, rows);
  await unit.insertInto('deliveries').values(disturbed).execute();
  services.outbox.written += disturbed.length;
}
