// Whose webhook a request names, and whether an answer says that there is none of that name.
import { parseBasis } from '../../../foundation/reader/basis.ts';
import { nodeAt } from '../../../foundation/reader/pointers.ts';
import type { Finding } from '../judge/finding.ts';
import { shown } from '../judge/finding.ts';
import { assumed } from '../judge/word.ts';
import type { Seen } from './chapter.ts';
import type { Known, Subscription } from './known.ts';

/** A webhook is named by the identifier that its owner got with the subscription. */
const named = parseBasis('stated 1602');

/** The webhook that a request names, as far as it was seen to be made. */
export function webhookOf({ sent }: Pick<Seen, 'sent'>, { subscriptions }: Known): Subscription | undefined {
  const id = nodeAt(sent, '/webhook_id');
  return typeof id === 'string' ? subscriptions.get(id) : undefined;
}

/** Whether the answer is that the webhook is not known. */
export const isUnknown = ({ error, body }: Seen): boolean =>
  error !== undefined && nodeAt(body, '/error/details/validation/webhook_id') !== undefined;

/** Whether something is on its way at the same moment that makes or ends the webhook. */
export const isContested = ({ meanwhile, sent }: Seen): boolean =>
  meanwhile.some((other) => nodeAt(other.sent, '/webhook_id') === nodeAt(sent, '/webhook_id'));

/** A webhook that the caller does not have must not be reached (docs/decisions/0024). */
export function judgeReach(seen: Seen, known: Known): Finding[] {
  const { operation, terminal, isSuccess, sent } = seen;
  const webhook = webhookOf(seen, known);
  // Whether an identifier that nobody saw belongs to a terminal that others use as well cannot be known.
  if (!terminal || isContested(seen) || (!webhook && !terminal.isAlone)) return [];
  const rule = '#/components/schemas/WebhookId';
  const asked = shown(nodeAt(sent, '/webhook_id'));
  if (!webhook) {
    if (!isSuccess) return [];
    return [
      {
        at: '/status',
        expected: 'a refusal with the field webhook_id, since this terminal has no such webhook',
        got: `a success of ${operation.id} for ${asked}`,
        rule,
        basis: assumed(24),
      },
    ];
  }
  // What belongs to another terminal is the matter of the strangers.
  if (webhook.terminal !== terminal.id) return [];
  if (webhook.until === undefined) {
    if (!isUnknown(seen)) return [];
    return [
      {
        at: '/body/error/details/validation/webhook_id',
        expected: 'that the webhook is known: it is this terminal’s, and active',
        got: 'a refusal of its identifier',
        rule,
        basis: named,
      },
    ];
  }
  return [];
}

/** The webhook of an address. */
export const webhookOfUrl = (url: string, { subscriptions }: Known): Subscription | undefined =>
  [...subscriptions.values()].find((one) => one.url === url);
