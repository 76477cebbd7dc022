// Webhooks: what is subscribed is what was asked for, and what was unsubscribed is over.
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { type Finding, shown } from '../../judge/finding.ts';
import { assumed, stated } from '../../judge/word.ts';
import type { Chapter, Seen } from '../chapter.ts';
import type { Known } from '../known.ts';
import { isUnknown, judgeReach, webhookOf } from '../webhooks.ts';

const rule = (field: string) => `#/components/schemas/Webhook/properties/${field}`;
const at = (field: string) => `/body/data/webhook/${field}`;

/** What stands for a secret that the shop knows already (docs/decisions/0028). */
const mask = '***masked***';

/** The events of a list, each once and in one order. */
const events = (list: unknown): string[] =>
  Array.isArray(list) ? [...new Set(list.map(String))].toSorted() : [];

function judgeEcho({ sent, body }: Seen): Finding[] {
  const webhook = nodeAt(body, '/data/webhook');
  const [asked, given] = [events(nodeAt(sent, '/events')), events(nodeAt(webhook, '/events'))];
  const findings: Finding[] = [];
  const url = nodeAt(webhook, '/url');
  if (url !== undefined && url !== nodeAt(sent, '/url')) {
    findings.push({
      at: at('url'),
      expected: `the address that was asked for: ${shown(nodeAt(sent, '/url'))}`,
      got: shown(url),
      rule: rule('url'),
      basis: stated,
    });
  }
  if (nodeAt(webhook, '/events') !== undefined && given.join() !== asked.join()) {
    findings.push({
      at: at('events'),
      expected: `the events that were asked for: ${shown(asked)}`,
      got: shown(given),
      rule: rule('events'),
      basis: stated,
    });
  }
  return findings;
}

function judgeSecret({ sent, body }: Seen, { subscriptions }: Known): Finding[] {
  const own = nodeAt(sent, '/secret');
  const given = nodeAt(body, '/data/webhook/secret');
  if (typeof given !== 'string') return [];
  const finding = (expected: string, got: string): Finding[] => [
    { at: at('secret'), expected, got, rule: `${rule('secret')}/pattern`, basis: assumed(28) },
  ];
  if (own !== undefined) {
    return given === mask ? [] : finding(`${mask}, since the shop knows its own secret`, 'another text');
  }
  if (given === mask) return finding('the secret that the gateway has made, shown this once', 'a mask');
  const isTaken = [...subscriptions.values()].some(({ secret }) => secret === given);
  return isTaken ? finding('a secret of its own for each webhook', 'the secret of another webhook') : [];
}

function judgeIdentifier({ body }: Seen, { subscriptions }: Known): Finding[] {
  const id = nodeAt(body, '/data/webhook/id');
  if (typeof id !== 'string' || !subscriptions.has(id)) return [];
  return [
    {
      at: at('id'),
      expected: 'an identifier that no other webhook has',
      got: `${shown(id)}, which an earlier subscription has got`,
      rule: '#/components/schemas/WebhookId',
      basis: stated,
    },
  ];
}

function judgeUnsubscription(seen: Seen, known: Known): Finding[] {
  const { sent, body, isSuccess } = seen;
  const [asked, told] = [nodeAt(sent, '/webhook_id'), nodeAt(body, '/data/webhook_id')];
  const webhook = webhookOf(seen, known);
  const wasOver = webhook?.until !== undefined && webhook.terminal === seen.terminal?.id;
  const findings = judgeReach(seen, known);
  if (isSuccess && told !== undefined && told !== asked) {
    findings.push({
      at: '/body/data/webhook_id',
      expected: `${shown(asked)}, which was unsubscribed`,
      got: shown(told),
      rule: '#/components/schemas/WebhookUnsubscriptionResponse/properties/data/properties/webhook_id',
      basis: stated,
    });
  }
  if (wasOver && isUnknown(seen)) {
    findings.push({
      at: '/status',
      expected: 'the same success again, since the record is kept',
      got: 'a refusal of its identifier',
      rule: '#/components/schemas/WebhookId',
      basis: assumed(24),
    });
  }
  return findings;
}

function learnSubscription({ sent, body, terminal, period }: Seen, { subscriptions }: Known): void {
  const webhook = nodeAt(body, '/data/webhook');
  const [id, url] = [nodeAt(webhook, '/id'), nodeAt(sent, '/url')];
  if (typeof id !== 'string' || typeof url !== 'string') return;
  const secret = nodeAt(sent, '/secret') ?? nodeAt(webhook, '/secret');
  subscriptions.set(id, {
    id,
    terminal: terminal?.id ?? '',
    url,
    events: events(nodeAt(sent, '/events')),
    ...(typeof secret === 'string' && secret !== mask && { secret }),
    since: period,
  });
}

export const subscriptions: Chapter = {
  judge: (seen, known) => {
    const { operation, isSuccess } = seen;
    switch (operation.id) {
      case 'subscribeWebhook':
        return isSuccess
          ? [...judgeEcho(seen), ...judgeSecret(seen, known), ...judgeIdentifier(seen, known)]
          : [];
      case 'unsubscribeWebhook':
        return judgeUnsubscription(seen, known);
      default:
        return [];
    }
  },
  learn: (seen, known) => {
    const { operation, isSuccess, period } = seen;
    if (isSuccess && operation.id === 'subscribeWebhook') learnSubscription(seen, known);
    if (!isSuccess || operation.id !== 'unsubscribeWebhook') return;
    const webhook = webhookOf(seen, known);
    // Another terminal's must not be ended by it, and whether this one was ended before is not to be forgotten.
    if (webhook && webhook.terminal === seen.terminal?.id) webhook.until ??= period;
  },
};
