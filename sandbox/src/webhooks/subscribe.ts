// subscribeWebhook: registers an address; a secret that the gateway makes is shown this once (docs/decisions/0028).

import { exampleValue } from '../contract/document.ts';
import { jalaliDateTime } from '../core/calendar.ts';
import { command, WorkFailed } from '../core/handlers.ts';
import { faultOf } from '../faults/in-the-work.ts';

interface SubscriptionRequest {
  url: string;
  events: string[];
  secret?: string;
  description?: string;
}

const { secret: mask } = exampleValue<{ data: { webhook: { secret: string } } }>('webhookSubscribed').data
  .webhook;

export const subscribeWebhook = command(async (call, unit, { identifiers, ...services }) => {
  const { url, events, secret, description = null } = call.body as SubscriptionRequest;
  const fault = await faultOf(unit, call);
  if (fault) return new WorkFailed(fault);
  const kept = secret ?? identifiers.webhookSecret();
  const id = identifiers.webhookId();
  const wanted = [...new Set(events)];
  await unit
    .insertInto('webhooks')
    .values({
      id,
      terminal_id: call.caller.terminalId,
      url,
      events: JSON.stringify(wanted),
      secret: kept,
      description,
      is_active: 1,
      created_at: call.now,
    })
    .execute();
  services.log.info({ webhook_id: id, request_id: call.requestId }, 'webhook subscribed');
  return {
    webhook: {
      id,
      url,
      events: wanted,
      secret: secret === undefined ? kept : mask,
      is_active: true,
      created_at: jalaliDateTime(call.now),
    },
  };
});
