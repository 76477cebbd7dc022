// Tests of webhooks: one sample to the address of the webhook, and the answer tells how it was received.
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { type Finding, shown } from '../../judge/finding.ts';
import { assumed, stated } from '../../judge/word.ts';
import type { Chapter, Seen } from '../chapter.ts';
import type { Known, WebhookTest } from '../known.ts';
import type { DeliverySeen } from '../observation.ts';
import { sampleOf, testOf } from '../samples.ts';
import { idOf, isAccepted, sendsOf } from '../sends.ts';
import { isContested, judgeReach, webhookOf } from '../webhooks.ts';

const rule = (field: string) => `#/components/schemas/WebhookTestResult/properties/${field}`;
const at = (field: string) => `/body/data/test_result/${field}`;

/** One that is over gets no samples either (docs/decisions/0024). */
function judgeActivity(seen: Seen, known: Known): Finding[] {
  const webhook = webhookOf(seen, known);
  if (!seen.isSuccess || isContested(seen) || webhook?.until === undefined) return [];
  if (webhook.terminal !== seen.terminal?.id) return [];
  return [
    {
      at: '/status',
      expected: 'a refusal with the field webhook_id, since the webhook was unsubscribed',
      got: 'a success',
      rule: '#/components/schemas/WebhookId',
      basis: assumed(24),
    },
  ];
}

function judgeEcho({ sent, body, isSuccess }: Seen): Finding[] {
  if (!isSuccess) return [];
  return ['webhook_id', 'event_type'].flatMap((field): Finding[] => {
    const [asked, told] = [nodeAt(sent, `/${field}`), nodeAt(body, `/data/${field}`)];
    if (told === undefined || told === asked) return [];
    return [
      {
        at: `/body/data/${field}`,
        expected: `${shown(asked)}, as it was asked for`,
        got: shown(told),
        rule: `#/components/schemas/WebhookTestResponse/properties/data/properties/${field}`,
        basis: stated,
      },
    ];
  });
}

/** Answers may have taken a little less at the endpoint than its own clock says. */
const inaccuracy = 20;

/** What the answer says must be what the endpoint has answered. */
function judgeResult({ result, at: period }: WebhookTest, delivery: DeliverySeen): Finding[] {
  const wanted = { status: isAccepted(delivery) ? 'success' : 'failed', response_code: delivery.answered };
  const findings = (['status', 'response_code'] as const).flatMap((field): Finding[] => {
    const told = nodeAt(result, `/${field}`);
    if (told === undefined || told === wanted[field]) return [];
    const got = shown(told);
    return [
      {
        at: at(field),
        expected: `${shown(wanted[field])}, since the endpoint ${delivery.answered === null ? 'gave no answer' : `answered ${delivery.answered}`}`,
        got,
        rule: rule(field),
        basis: field === 'status' && wanted.status === 'success' ? stated : assumed(62),
      },
    ];
  });
  const took = nodeAt(result, '/response_time');
  const most = (period.to - period.from + 2) * 1000;
  if (typeof took === 'number' && (took < (delivery.took ?? 0) - inaccuracy || took > most)) {
    findings.push({
      at: at('response_time'),
      expected: `milliseconds, between the ${delivery.took ?? 0} that the endpoint took and the ${most} of the whole call`,
      got: shown(took),
      rule: rule('response_time'),
      basis: assumed(62),
    });
  }
  return findings;
}

/** A test that was answered with a success, and whose sample has come nowhere. */
function judgeMissing(url: string, known: Known): Finding[] {
  return known.tests
    .filter((test) => test.url === url && !known.missed.has(keyOf(test, known)) && !sampleOf(test, known))
    .map((test) => ({
      at: at('status'),
      expected: `that a sample of ${shown(test.event)} has been sent to ${url}`,
      got: `${shown(nodeAt(test.result, '/status'))}, and no sample has come`,
      rule: '#/paths/~1v2~1webhooks~1test/post',
      basis: stated,
    }));
}

const keyOf = (test: WebhookTest, { tests }: Known) => `test ${tests.indexOf(test)}`;

export const webhookTests: Chapter = {
  judge: (seen, known) =>
    seen.operation.id === 'testWebhook'
      ? [...judgeReach(seen, known), ...judgeActivity(seen, known), ...judgeEcho(seen)]
      : [],
  learn: (seen, known) => {
    const { operation, isSuccess, sent, body, period } = seen;
    const webhook = operation.id === 'testWebhook' && isSuccess ? webhookOf(seen, known) : undefined;
    if (!webhook) return;
    known.tests.push({
      webhook: webhook.id,
      url: webhook.url,
      event: nodeAt(sent, '/event_type'),
      result: nodeAt(body, '/data/test_result'),
      at: period,
    });
  },
  witness: (happening, known) => {
    if (happening.kind === 'all seen') return judgeMissing(happening.url, known);
    if (happening.kind !== 'delivery') return [];
    const { delivery } = happening;
    const test = testOf(delivery, known);
    if (!test) return [];
    const id = idOf(delivery);
    if (id === undefined || sendsOf(known.deliveries, delivery.url, id).length === 0) {
      return judgeResult(test, delivery);
    }
    return [
      {
        at: '/',
        expected: 'one sample, and no retry of it however it was received',
        got: 'the sample once more',
        rule: '#/paths/~1v2~1webhooks~1test/post',
        basis: assumed(62),
      },
    ];
  },
  hear: (happening, known) => {
    if (happening.kind !== 'all seen') return;
    for (const test of known.tests) {
      if (test.url === happening.url && !sampleOf(test, known)) known.missed.add(keyOf(test, known));
    }
  },
};
