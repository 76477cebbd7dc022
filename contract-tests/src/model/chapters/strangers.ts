// Strangers: what belongs to one terminal does not exist for another (docs/decisions/0023, 0024).
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { errors } from '../../contract/facts.ts';
import { type Finding, shown } from '../../judge/finding.ts';
import { assumed } from '../../judge/word.ts';
import type { Chapter, Seen } from '../chapter.ts';
import type { Known } from '../known.ts';
import { isServerError, isSound, outcomeOf, refusedFields } from '../outcome.ts';
import { namedPayments, ruleOf } from '../views.ts';

/**
 * Whether something belongs to another terminal than the caller's, for certain: a shop may have several tokens for one
 * terminal, so at least one of the two must have been made for this run.
 */
function isForeign(owner: string, { terminal }: Seen, { terminals }: Known): boolean {
  if (!terminal || owner === terminal.id) return false;
  return terminal.isAlone || (terminals.get(owner)?.isAlone ?? false);
}

/** Whether a request was turned away before anybody looked for what it is about. */
const wasTurnedAway = (seen: Seen): boolean =>
  isServerError(seen) || (!seen.isSuccess && outcomeOf(seen).kind === 'undecided');

/** A call about another terminal's payment is told that there is none. */
function judgeCall(seen: Seen, known: Known): Finding[] {
  const payment = known.payments.get(seen.authority ?? '');
  if (!payment || !isForeign(payment.terminal, seen, known) || wasTurnedAway(seen)) return [];
  if (outcomeOf(seen).kind === 'unknown payment') return [];
  return [
    {
      at: '/status',
      expected: `code ${errors.ErrorTransactionNotFound.code}: the payment belongs to another terminal`,
      got: `HTTP ${seen.answer.status}${seen.isSuccess ? ', a success' : ` with code ${shown(nodeAt(seen.body, '/error/code'))}`}`,
      rule: '#/components/schemas/ErrorTransactionNotFound/x-status-code',
      basis: assumed(23),
    },
  ];
}

/** No answer shows another terminal's payment. */
function judgeRows(seen: Seen, known: Known): Finding[] {
  if (!seen.isSuccess) return [];
  return namedPayments(seen.body, '/body').flatMap(({ authority, at }) => {
    const payment = known.payments.get(authority);
    if (!payment || authority === seen.authority || !isForeign(payment.terminal, seen, known)) return [];
    return [
      {
        at: `${at}/authority`,
        expected: 'payments of this terminal alone',
        got: `${authority}, a payment of another terminal`,
        rule: ruleOf(seen, `${at}/authority`),
        basis: assumed(23),
      },
    ];
  });
}

/** A call about another terminal's webhook is told that there is none. */
function judgeWebhook(seen: Seen, known: Known): Finding[] {
  const id = nodeAt(seen.sent, '/webhook_id');
  const webhook = typeof id === 'string' ? known.subscriptions.get(id) : undefined;
  if (!webhook || !isForeign(webhook.terminal, seen, known) || !isSound(seen)) return [];
  const isUnknown = refusedFields(seen.body)?.includes('webhook_id') ?? false;
  if (isUnknown || wasTurnedAway(seen)) return [];
  return [
    {
      at: '/status',
      expected: `code ${errors.ErrorValidation.code} for the field webhook_id: the webhook belongs to another terminal`,
      got: `HTTP ${seen.answer.status}${seen.isSuccess ? ', a success' : ''}`,
      rule: '#/components/schemas/WebhookId',
      basis: assumed(24),
    },
  ];
}

export const strangers: Chapter = {
  judge: (seen, known) => [
    ...judgeCall(seen, known),
    ...judgeRows(seen, known),
    ...judgeWebhook(seen, known),
  ],
};
