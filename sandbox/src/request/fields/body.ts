// The fields of the body; the sandbox's own limits come on top of the schema's.
import { sandbox } from '../../../../generated/facts.ts';
import type { FaultyFields } from '../../contract/errors.ts';
import { faultyFields, message } from '../../contract/messages.ts';
import type { Call } from '../../core/call.ts';
import type { Settings } from '../../core/services.ts';
import { isPrivate } from '../../core/this-machine.ts';
import { loopbackUrlAsHttps } from '../../webhooks/urls.ts';
import { add, fault } from './faults.ts';
import { sendToHeader } from './idempotency-key.ts';

/** @param faults gets those of the body; none for an operation without one. */
export function examineBody(
  call: Pick<Call, 'operation' | 'contract' | 'body'>,
  settings: Settings,
  faults: FaultyFields,
): void {
  const { operation, contract, body } = call;
  const { body: validate } = contract.validators[operation];
  if (!validate) return;
  // The sandbox's own exception: while it listens on loopback, so may a webhook (docs/decisions/0047).
  const examined = operation === 'subscribeWebhook' && isPrivate(settings) ? loopbackUrlAsHttps(body) : body;
  if (!validate(examined)) add(faults, faultyFields(validate.errors ?? [], 'body'));
  sendToHeader(call, faults);
  if (operation !== 'createPayment') return;
  const { amount, callback_url: callback } = (body ?? {}) as { amount?: unknown; callback_url?: unknown };
  if (typeof amount === 'number' && amount > sandbox.amount_maximum) {
    // One message is enough, and it is this limit that applies here (docs/decisions/0057).
    faults.amount = [message('maximum_rial', { limit: sandbox.amount_maximum })];
  }
  // The schema's rule for addresses lets pass some that no browser can open.
  if (typeof callback === 'string' && !faults.callback_url && !URL.canParse(callback)) {
    add(faults, fault('callback_url', 'format'));
  }
}
