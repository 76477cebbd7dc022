// Deliveries: every event that is due comes to whoever asked for it, once, and nothing else does.
import { isDeepStrictEqual } from 'node:util';
import type { Basis } from '../../../../foundation/reader/basis.ts';
import { parseBasis } from '../../../../foundation/reader/basis.ts';
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { type WebhookEvent, webhookEvents } from '../../contract/facts.ts';
import { type Finding, shown } from '../../judge/finding.ts';
import { assumed, stated } from '../../judge/word.ts';
import type { Chapter } from '../chapter.ts';
import { dueAt } from '../due.ts';
import type { DueEvent, Known, Payment, Subscription } from '../known.ts';
import type { DeliverySeen } from '../observation.ts';
import { jsonOf } from '../read.ts';
import { testOf } from '../samples.ts';
import { dataOf, deliveryIdHeader, firstSends, idOf, sendsOf, sentAt, textAt } from '../sends.ts';

const events = {
  /** The event of a message is one of those that were chosen at the subscription. */
  chosen: parseBasis('stated 1439, 1728'),
  /** Nothing is sent any more to an address that was unsubscribed. */
  over: parseBasis('stated 1594'),
  /** The identifier is the event's own, so that it can be told from others. */
  unique: parseBasis('stated 1752'),
};

/** How long something may be on its way, in seconds. */
const onTheWay = 2;

const ruleOf = (event: WebhookEvent) => `#/components/schemas/${webhookEvents[event].schema}`;

/** The webhook that a delivery came to; of several with one address the one that asked for the event. */
export function webhookAt({ url, event }: DeliverySeen, { subscriptions }: Known): Subscription | undefined {
  const all = [...subscriptions.values()].filter((one) => one.url === url);
  return all.find((one) => event !== undefined && one.events.includes(event)) ?? all[0];
}

/** What a delivery is about: a refund or a settlement by its code, a payment by its authority. */
const subjectOf = (data: unknown) => ({
  code: textAt(data, '/refund_code') ?? textAt(data, '/settlement_code'),
  authority: textAt(data, '/authority'),
});

/** Whether something that is due can be what a delivery tells of. */
function fits(due: DueEvent, event: WebhookEvent, data: unknown): boolean {
  const { code, authority } = subjectOf(data);
  if (due.event !== event) return false;
  if (due.code !== undefined && code !== undefined && due.code !== code) return false;
  return due.authority === undefined || authority === undefined || due.authority === authority;
}

/** What was due and a delivery is the first send of, each only once; undefined for what was not due. */
function causesOf(all: readonly DueEvent[], firsts: readonly DeliverySeen[], known: Known) {
  const free = new Set(all);
  return firsts.map((first): DueEvent | undefined => {
    const { event } = first;
    if (event === undefined || testOf(first, known)) return undefined;
    const latest = first.at.to + onTheWay;
    const found = [...free].find((due) => due.at.from <= latest && fits(due, event, dataOf(first)));
    if (found) free.delete(found);
    return found;
  });
}

/** Whether things may have happened at a payment, or at the terminal, that nobody has seen. */
function isOpen(
  { terminal, event }: { terminal: string; event: WebhookEvent },
  payment: Payment | undefined,
  known: Known,
) {
  const isAlone = known.terminals.get(terminal)?.isAlone === true;
  if (!isAlone && (payment?.request === undefined || !/^(payment|verification)\.completed$/.test(event)))
    return true;
  if (payment) return known.journeys.get(payment.authority)?.isUncertain !== false;
  return known.due.some(
    (due) => due.terminal === terminal && !due.isCertain && due.event === 'payment.created',
  );
}

/** What it rests on that an event does not come before what it tells of. */
const tooEarly: Partial<Record<WebhookEvent, Basis>> = {
  'payment.completed': assumed(56),
  'payment.reversed': assumed(55, 68),
  'refund.created': assumed(12),
  'refund.completed': assumed(12),
  'settlement.created': assumed(77),
  'settlement.completed': assumed(77),
  'settlement.failed': assumed(77),
};

/** What an event that was not due is: a stranger's, one too many, or one of what has not happened. */
function judgeUndue(
  delivery: DeliverySeen,
  event: WebhookEvent,
  { terminal, url }: Subscription,
  known: Known,
): Finding[] {
  const data = dataOf(delivery);
  const { authority } = subjectOf(data);
  const payment = known.payments.get(authority ?? '');
  const rule = ruleOf(event);
  const about = `${event} of ${shown(authority)}`;
  if (payment && payment.terminal !== terminal) {
    const expected = 'an event of this terminal';
    const got = `${about}, which is another terminal’s payment`;
    return [{ at: '/body/data/authority', expected, got, rule: `${rule}/properties/data`, basis: stated }];
  }
  const told = firstSends(known.deliveries, url).filter(
    (one) => one.event === event && isDeepStrictEqual(subjectOf(dataOf(one)), subjectOf(data)),
  );
  if (told.length > 0) {
    return [
      {
        at: `/headers/${deliveryIdHeader}`,
        expected: `${shown(idOf(told.at(-1) as DeliverySeen))}, as with the ${event} that came before: one identifier for one event`,
        got: `${shown(idOf(delivery))} for the same event`,
        rule: '#/components/parameters/WebhookId',
        basis: isOpen({ terminal, event }, payment, known) ? assumed(18) : events.unique,
      },
    ];
  }
  if (isOpen({ terminal, event }, payment, known)) return [];
  if (!payment && authority !== undefined) {
    const expected = 'an event of a payment of this terminal';
    const got = `${about}, which nobody has made here`;
    return [{ at: '/body/data/authority', expected, got, rule: `${rule}/properties/data`, basis: stated }];
  }
  const state = known.journeys.get(authority ?? '')?.state;
  return [
    {
      at: '/body/event',
      expected: `an event of what has happened${state ? `: the payment is ${state}` : ''}`,
      got: about,
      rule: `#/webhooks/${event}`,
      basis: tooEarly[event] ?? stated,
    },
  ];
}

/** What an event says of what it tells. */
function judgeData(delivery: DeliverySeen, event: WebhookEvent, due: DueEvent): Finding[] {
  const data = dataOf(delivery);
  return Object.entries(due.data).flatMap(([field, wanted]): Finding[] => {
    // The amount of a refund is judged by the chapter on refunds.
    if (field === 'amount' && due.data.refund_code !== undefined) return [];
    const told = nodeAt(data, `/${field}`);
    // What is missing, or of the wrong type, is found by its form.
    const isThere = told !== undefined && wanted !== undefined && wanted !== null && wanted !== '';
    if (!isThere || String(told) === String(wanted)) return [];
    return [
      {
        at: `/body/data/${field}`,
        expected: `${shown(wanted)}, as it has happened`,
        got: shown(told),
        rule: `#/components/schemas/${webhookEvents[event].data}/properties/${field}`,
        basis: due.grounds[field] ?? due.basis,
      },
    ];
  });
}

/** To whom a delivery must not come at all. */
function judgeAddress(
  delivery: DeliverySeen,
  event: WebhookEvent,
  webhook: Subscription,
  due: DueEvent | undefined,
): Finding[] {
  const rule = `#/webhooks/${event}`;
  if (!webhook.events.includes(event)) {
    const expected = `only what was subscribed: ${shown(webhook.events)}`;
    return [{ at: '/body/event', expected, got: shown(event), rule, basis: events.chosen }];
  }
  const since = due && Number.isFinite(due.at.to) ? due.at.to : sentAt(delivery).to;
  if (since < webhook.since.from - onTheWay) {
    const expected = 'only what has happened since the subscription';
    return [{ at: '/body/event', expected, got: `${event} of before`, rule, basis: assumed(18) }];
  }
  return [];
}

function judgeEnd(delivery: DeliverySeen, { until }: Subscription, due?: DueEvent): Finding[] {
  if (until === undefined) return [];
  const isLater =
    sentAt(delivery).from > until.to + onTheWay || (due !== undefined && due.at.from > until.to);
  if (!isLater) return [];
  return [
    {
      at: '/',
      expected: 'nothing more, since the webhook was unsubscribed',
      got: `${delivery.event}`,
      rule: '#/paths/~1v2~1webhooks~1unsubscribe/post',
      basis: events.over,
    },
  ];
}

/** All that comes to one terminal names one merchant. */
function judgeMerchant(
  delivery: DeliverySeen,
  event: WebhookEvent,
  webhook: Subscription,
  known: Known,
): Finding[] {
  const told = nodeAt(jsonOf(delivery.body), '/merchant_code');
  const before = known.deliveries.find((one) => webhookAt(one, known)?.terminal === webhook.terminal);
  const wanted = before && nodeAt(jsonOf(before.body), '/merchant_code');
  if (wanted === undefined || told === undefined || told === wanted) return [];
  return [
    {
      at: '/body/merchant_code',
      expected: `${shown(wanted)}, as in everything that came to this terminal`,
      got: shown(told),
      rule: `${ruleOf(event)}/properties/merchant_code`,
      basis: stated,
    },
  ];
}

function judgeFirst(
  delivery: DeliverySeen,
  event: WebhookEvent,
  webhook: Subscription,
  known: Known,
): Finding[] {
  const firsts = [...firstSends(known.deliveries, delivery.url), delivery];
  const due = causesOf(dueAt(webhook.terminal, known), firsts, known).at(-1);
  const misplaced = [...judgeAddress(delivery, event, webhook, due), ...judgeEnd(delivery, webhook, due)];
  if (misplaced.length > 0) return misplaced;
  return due ? judgeData(delivery, event, due) : judgeUndue(delivery, event, webhook, known);
}

function judge(delivery: DeliverySeen, known: Known): Finding[] {
  const { url, event } = delivery;
  const webhook = webhookAt(delivery, known);
  if (!webhook) {
    const expected = 'nothing, since nobody has subscribed this address';
    const rule = '#/components/schemas/WebhookSubscriptionRequest/properties/url';
    return [{ at: '/', expected, got: `${event} at ${url}`, rule, basis: stated }];
  }
  // What its name must be is a matter of form; a name of later is nobody's fault (docs/decisions/0027).
  if (event === undefined) return [];
  const id = idOf(delivery);
  const isRetry = id !== undefined && sendsOf(known.deliveries, url, id).length > 0;
  const own = isRetry
    ? judgeEnd(delivery, webhook)
    : testOf(delivery, known)
      ? []
      : judgeFirst(delivery, event, webhook, known);
  return [...own, ...judgeMerchant(delivery, event, webhook, known)];
}

const keyOf = (webhook: Subscription, { event, authority, code, at }: DueEvent) =>
  `${webhook.id} ${event} ${code ?? authority} ${at.from}`;

/** What had to come to an address by a moment, and has not. */
function missing(url: string, at: number, known: Known): { webhook: Subscription; due: DueEvent }[] {
  return [...known.subscriptions.values()]
    .filter((webhook) => webhook.url === url)
    .flatMap((webhook) => {
      const all = dueAt(webhook.terminal, known);
      const came = new Set(causesOf(all, firstSends(known.deliveries, url), known));
      return all
        .filter((due) => due.isCertain && !came.has(due) && webhook.events.includes(due.event))
        .filter((due) => due.at.to <= at && due.at.from >= webhook.since.to)
        .filter((due) => webhook.until === undefined || due.at.to < webhook.until.from)
        .filter((due) => !known.missed.has(keyOf(webhook, due)))
        .map((due) => ({ webhook, due }));
    });
}

export const deliveries: Chapter = {
  witness: (happening, known) => {
    if (happening.kind === 'delivery') return judge(happening.delivery, known);
    if (happening.kind !== 'all seen') return [];
    return missing(happening.url, happening.at, known).map(({ due: { event, authority, basis } }) => ({
      at: '/',
      expected: `a delivery of ${event}${authority === undefined ? '' : ` of ${authority}`}`,
      got: 'no delivery',
      rule: `#/webhooks/${event}`,
      basis,
    }));
  },
  hear: (happening, known) => {
    if (happening.kind === 'delivery') known.deliveries.push(happening.delivery);
    if (happening.kind !== 'all seen') return;
    for (const { webhook, due } of missing(happening.url, happening.at, known)) {
      known.missed.add(keyOf(webhook, due));
    }
  },
};
