// Retries: what was not received is sent again at its times, the same as before, until it is, or is given up.
import { isDeepStrictEqual } from 'node:util';
import { parseBasis } from '../../../../foundation/reader/basis.ts';
import { webhookDelivery } from '../../contract/facts.ts';
import { type Finding, shown } from '../../judge/finding.ts';
import { assumed, stated } from '../../judge/word.ts';
import type { Chapter } from '../chapter.ts';
import type { Known } from '../known.ts';
import type { DeliverySeen } from '../observation.ts';
import { jsonOf } from '../read.ts';
import { testOf } from '../samples.ts';
import {
  dataOf,
  failedAt,
  firstSends,
  headerOf,
  idOf,
  isAccepted,
  sendsOf,
  sentAt,
  timestampHeader,
} from '../sends.ts';
import { webhookOfUrl } from '../webhooks.ts';

const { retry_delays_seconds: delays, delay_cap_seconds: cap } = webhookDelivery;

/** How much earlier and later than documented a retry may be, in seconds: clocks are read in whole ones, and queues take their time. */
const slack = { before: 2, after: 30 };

const rule = '#/x-webhook-delivery';

const times = {
  delays: parseBasis('stated 1816'),
  most: parseBasis('stated 1815, 1820'),
  failed: parseBasis('stated 1813, 1817-1818'),
};

const delayAfter = (failures: number): number | undefined => {
  const delay = delays[failures - 1];
  return delay === undefined ? undefined : Math.min(delay, cap);
};

/** When the retry after the latest of some sends is due; undefined when none is. */
function dueAfter(sends: readonly DeliverySeen[]) {
  const latest = sends.at(-1);
  const delay = delayAfter(sends.length);
  if (!latest || delay === undefined || isAccepted(latest)) return undefined;
  const { from, to } = failedAt(latest);
  return { from: from + delay, to: to + delay, delay };
}

function judgeTime(delivery: DeliverySeen, before: readonly DeliverySeen[]): Finding[] {
  const latest = before.at(-1) as DeliverySeen;
  if (isAccepted(latest)) {
    const expected = `no send after the answer ${latest.answered}, which is a success`;
    return [
      {
        at: '/',
        expected,
        got: 'the same event again',
        rule: `${rule}/accepted_statuses`,
        basis: times.failed,
      },
    ];
  }
  const due = dueAfter(before);
  if (!due) {
    const expected = `no more than ${delays.length + 1} sends, and then the dead letter queue`;
    return [
      { at: '/', expected, got: `send ${before.length + 1}`, rule: `${rule}/retries`, basis: times.most },
    ];
  }
  const { from, to } = sentAt(delivery);
  const isEarly = to < due.from - slack.before;
  if (!isEarly && from <= due.to + slack.after) return [];
  const after = from - sentAt(latest).from;
  return [
    {
      at: `/headers/${timestampHeader}`,
      expected: `retry ${before.length} about ${due.delay} s after the failure before it`,
      got: `${isEarly ? 'already' : 'only'} after about ${Math.round(after)} s`,
      rule: `${rule}/retry_delays_seconds`,
      basis: times.delays,
    },
  ];
}

/** A retry tells when it was sent itself, on the same clock as the send before it. */
function judgeFreshness(delivery: DeliverySeen, latest: DeliverySeen): Finding[] {
  const [told, before] = [delivery, latest].map((one) => Number(headerOf(one, timestampHeader)));
  if (!told || !before) return [];
  const least = delivery.at.from - latest.at.to;
  if (told - before >= least - slack.before - 1) return [];
  return [
    {
      at: `/headers/${timestampHeader}`,
      expected: `the moment of this send, at least ${Math.floor(least)} s after that of the one before`,
      got: told === before ? 'the moment of the one before' : `${told - before} s after it`,
      rule: '#/components/parameters/WebhookTimestamp',
      basis: stated,
    },
  ];
}

/** Without what may be of the moment of the send. */
function lasting(body: Uint8Array): unknown {
  const value = jsonOf(body);
  if (typeof value !== 'object' || value === null) return value;
  const { timestamp: _, ...others } = value as Record<string, unknown>;
  return others;
}

function judgeContent(delivery: DeliverySeen, latest: DeliverySeen): Finding[] {
  const rest = { rule: '#/components/parameters/WebhookId', basis: stated };
  if (!isDeepStrictEqual(dataOf(delivery), dataOf(latest))) {
    const expected = `the data of the send before: ${shown(dataOf(latest))}`;
    return [{ at: '/body/data', expected, got: shown(dataOf(delivery)), ...rest }];
  }
  if (isDeepStrictEqual(lasting(delivery.body), lasting(latest.body))) return [];
  const [expected, got] = ['the body of the send before', 'another body'];
  return [{ at: '/body', expected, got, ...rest, basis: assumed(18) }];
}

/** The deliveries to an address whose next send is overdue. */
function overdue(url: string, at: number, known: Known) {
  const { until } = webhookOfUrl(url, known) ?? {};
  return firstSends(known.deliveries, url).flatMap((first) => {
    const id = idOf(first);
    const sends = id === undefined ? [first] : sendsOf(known.deliveries, url, id);
    const due = dueAfter(sends);
    const key = `retry ${url} ${id} ${sends.length}`;
    const isMissing =
      due !== undefined &&
      due.to + slack.after <= at &&
      (until === undefined || due.to + slack.after < until.from) &&
      !testOf(first, known) &&
      !known.missed.has(key);
    return isMissing ? [{ first, sends, due, key }] : [];
  });
}

export const retries: Chapter = {
  witness: (happening, known) => {
    if (happening.kind === 'all seen') {
      return overdue(happening.url, happening.at, known).map(({ first, sends, due }) => ({
        at: '/',
        expected: `retry ${sends.length} of ${first.event}, about ${due.delay} s after the failure before it`,
        got: 'no retry',
        rule: `${rule}/retry_delays_seconds`,
        // Whether three attempts are three retries, or two and the first send, the page does not say.
        basis: sends.length === delays.length ? assumed(18) : times.delays,
      }));
    }
    if (happening.kind !== 'delivery') return [];
    const { delivery } = happening;
    const id = idOf(delivery);
    const before = id === undefined ? [] : sendsOf(known.deliveries, delivery.url, id);
    const latest = before.at(-1);
    if (!latest || testOf(delivery, known)) return [];
    return [
      ...judgeTime(delivery, before),
      ...judgeFreshness(delivery, latest),
      ...judgeContent(delivery, latest),
    ];
  },
  hear: (happening, known) => {
    if (happening.kind !== 'all seen') return;
    for (const { key } of overdue(happening.url, happening.at, known)) known.missed.add(key);
  },
};
