// unsubscribeWebhook: no more events to this address; the record stays (docs/decisions/0024).
import { validationError } from '../contract/errors.ts';
import { message } from '../contract/messages.ts';
import { command, WorkFailed } from '../core/handlers.ts';
import { faultOf } from '../faults/in-the-work.ts';

/** The error of a webhook that the terminal does not have, or does not have any more. */
export function unknownWebhook() {
  return validationError({ webhook_id: [message('unknown_webhook')] });
}

export const unsubscribeWebhook = command(async (call, unit) => {
  const { webhook_id: id } = call.body as { webhook_id: string };
  const fault = await faultOf(unit, call);
  if (fault) return new WorkFailed(fault);
  const { numUpdatedRows } = await unit
    .updateTable('webhooks')
    .set({ is_active: 0 })
    .where('id', '=', id)
    .where('terminal_id', '=', call.caller.terminalId)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) throw unknownWebhook();
  // 'No event is sent any more' includes those that were waiting.
  await unit
    .updateTable('deliveries')
    .set({ state: 'withdrawn' })
    .where('webhook_id', '=', id)
    .where('state', '=', 'pending')
    .execute();
  return { webhook_id: id, status: 'unsubscribed' };
});
