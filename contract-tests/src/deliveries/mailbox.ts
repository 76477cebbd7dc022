// The webhooks of a shop on this machine: subscribes addresses, and tells the model of all that comes to them.
import { randomUUID } from 'node:crypto';
import { type WebhookEvent, webhookEvents } from '../contract/facts.ts';
import type { Finding } from '../judge/finding.ts';
import { stated } from '../judge/word.ts';
import { NotStaged, type Stage, textOf } from '../plan/scenarios/stage.ts';
import type { SandboxTerminal } from '../targets/target.ts';
import { eventHeader, judgeWebhook } from './judge.ts';
import { type ReceivedDelivery, type Receiver, type Reply, receiver } from './receiver.ts';

/** A webhook that the shop has subscribed. */
export interface Subscribed {
  id: string;
  by: SandboxTerminal;
  url: string;
  secret: string;
}

export interface Wanted {
  events: readonly WebhookEvent[];
  /** How its deliveries are answered, one after the other; all with 200 when nothing is said. */
  replies?: readonly (number | Reply)[];
  /** Whether the gateway is to make the secret. */
  isSecretMade?: boolean;
}

export interface Mailbox {
  /** @throws NotStaged when there is no webhook then: waiting for its deliveries would hide the cause */
  subscribe: (by: SandboxTerminal, wanted: Wanted) => Promise<Subscribed>;
  /** Judges what has come since it was read before; to be called after each step, so that it is known when it came. */
  read: () => Finding[];
  /** The same, when there was time enough for all that is due: what has not come by now is missing. */
  readAll: () => Finding[];
  /** How many deliveries have come to a webhook. */
  countOf: (webhook: Subscribed) => number;
  close: () => Promise<void>;
}

/** No https address, as the judge of forms rightly finds. */
const isOfThisMachine = ({ at, rule }: Finding) =>
  at === '/body/data/webhook/url' && rule.endsWith('/WebhookUrl/pattern');

function eventOf({ headers }: ReceivedDelivery): WebhookEvent | undefined {
  const name = String(headers[eventHeader.toLowerCase()]);
  return Object.hasOwn(webhookEvents, name) ? (name as WebhookEvent) : undefined;
}

/** Opens a mailbox, which has an endpoint of its own. */
export async function openMailbox(stage: Stage): Promise<Mailbox> {
  const { target, model } = stage.session;
  const endpoint: Receiver = await receiver(200);
  const subscribed = new Map<string, Subscribed>();
  /** The moment on the clock of each webhook's terminal when it was looked at last. */
  const lookedAt = new Map<string, number>();
  let told = 0;
  let pending: Finding[] = [];

  const now = ({ by }: Subscribed) => target.now(by.token);

  const tell = (received: ReceivedDelivery): Finding[] => {
    const url = `${endpoint.origin}${received.path}`;
    const webhook = subscribed.get(url);
    const event = eventOf(received);
    const at = webhook
      ? { from: lookedAt.get(url) ?? now(webhook), to: now(webhook) }
      : { from: target.now(), to: target.now() };
    const headers = received.headers as Record<string, string>;
    const { body, answered, took } = received;
    return [
      ...(webhook && event !== undefined ? judgeWebhook(event, received, webhook.secret, at) : []),
      ...model.happens({ kind: 'delivery', delivery: { url, event, headers, body, answered, took, at } }),
    ];
  };

  const read = () => {
    const findings = [...pending, ...endpoint.received.slice(told).flatMap(tell)];
    pending = [];
    told = endpoint.received.length;
    for (const [url, webhook] of subscribed) lookedAt.set(url, now(webhook));
    return findings;
  };

  return {
    subscribe: async (by, { events, replies = [], isSecretMade = false }) => {
      const url = endpoint.address(...replies);
      const own = isSecretMade ? undefined : `contract-${randomUUID()}`;
      const body = { url, events, ...(own !== undefined && { secret: own }) };
      const draft = stage.draft('subscribeWebhook', { body });
      const answer = await stage.send(draft, { as: by });
      const findings = answer.findings.filter((finding) => !isOfThisMachine(finding));
      const { pointer, facts } = draft.operation;
      if (answer.status !== facts.successStatus) {
        const refused: Finding = {
          at: '/status',
          expected: `HTTP ${facts.successStatus}, so that ${events.join(' and ')} can be sent`,
          got: answer.status === undefined ? 'no such answer' : `HTTP ${answer.status}`,
          rule: `${pointer}/responses/${facts.successStatus}`,
          basis: stated,
          ...(answer.exchange && { evidence: { ...answer.exchange, signed: false } }),
        };
        throw new NotStaged('subscribeWebhook', [...findings, refused]);
      }
      const id = textOf(answer, 'subscribeWebhook', '/data/webhook/id');
      const secret = own ?? textOf(answer, 'subscribeWebhook', '/data/webhook/secret');
      pending.push(...findings);
      const webhook = { id, by, url, secret };
      subscribed.set(url, webhook);
      lookedAt.set(url, now(webhook));
      return webhook;
    },
    read,
    readAll: () => [
      ...read(),
      ...[...subscribed.values()].flatMap((webhook) =>
        model.happens({ kind: 'all seen', url: webhook.url, at: now(webhook) }),
      ),
    ],
    countOf: ({ url }) => endpoint.received.filter(({ path }) => `${endpoint.origin}${path}` === url).length,
    close: endpoint.close,
  };
}
