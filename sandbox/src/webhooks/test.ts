// testWebhook: sends a sample of an event at once and tells how it was received (docs/decisions/0062).
import type { WebhookEvent } from '../../../generated/facts.ts';
import { exampleOfEvent } from '../contract/document.ts';
import { query } from '../core/handlers.ts';
import type { EventData } from './events.ts';
import { signedBody } from './events.ts';
import { unknownWebhook } from './unsubscribe.ts';

export const testWebhook = query(async (call, services) => {
  const { webhook_id: id, event_type: event } = call.body as { webhook_id: string; event_type: WebhookEvent };
  const webhook = await services.storage.db
    .selectFrom('webhooks')
    .select(['url', 'secret'])
    .where('id', '=', id)
    .where('terminal_id', '=', call.caller.terminalId)
    .where('is_active', '=', 1)
    .executeTakeFirst();
  if (!webhook) throw unknownWebhook();
  const sample = exampleOfEvent(event).data as EventData;
  const { merchantCode } = call.caller;
  const startedAt = services.clock.elapsed();
  const { responseCode, error } = await services.sender.send({
    url: webhook.url,
    event,
    deliveryId: services.identifiers.deliveryId(),
    ...signedBody({ event, at: call.now, merchantCode, data: sample }, webhook.secret, call.contract),
    at: call.now,
  });
  return {
    webhook_id: id,
    event_type: event,
    test_result: {
      status: error === null ? 'success' : 'failed',
      response_code: responseCode,
      response_time: responseCode === null ? null : Math.round(services.clock.elapsed() - startedAt),
      error,
    },
  };
});
