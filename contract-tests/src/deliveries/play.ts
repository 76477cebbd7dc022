// Makes a sandbox send every callback and every webhook that it can be brought to send, and judges them.
import type { Basis } from '../../../foundation/reader/basis.ts';
import { type WebhookEvent, webhookEvents } from '../contract/facts.ts';
import { schemaAt } from '../contract/schemas.ts';
import { type Finding, shown } from '../judge/finding.ts';
import { assumed, stated } from '../judge/word.ts';
import type { Happening, Period } from '../model/observation.ts';
import { type Delivered, deliveredExamples } from '../plan/replay.ts';
import { unverified } from '../plan/scenarios/errors.ts';
import { recordPlay } from '../plan/scenarios/record.ts';
import { createStage, NotStaged, type Stage, Unreachable } from '../plan/scenarios/stage.ts';
import { type PaymentState, spokenCallback } from '../plan/spoken.ts';
import type { Session } from '../run/session.ts';
import type { SandboxTerminal } from '../targets/target.ts';
import { eventHeader, judgeCallback, judgeWebhook } from './judge.ts';
import { type ReceivedDelivery, type Receiver, receiver } from './receiver.ts';

const day = 86_400;
const pastEveryDueMoment = 3 * day;

/** What it rests on that an event comes of what makes it happen here; the others the page states. */
const grounds: Partial<Record<WebhookEvent, Basis>> = {
  'payment.reversed': assumed(55, 68),
  'verification.failed': assumed(37),
  'refund.created': assumed(12),
  'refund.completed': assumed(12),
  'settlement.created': assumed(77),
  'settlement.completed': assumed(77),
  'settlement.failed': assumed(77),
};

/** What makes each event happen. */
const causes: Record<WebhookEvent, (stage: Stage, by: SandboxTerminal) => Promise<unknown>> = {
  'payment.created': (stage, by) => stage.created(by),
  'payment.completed': (stage, by) => stage.verified(by),
  'verification.completed': (stage, by) => stage.verified(by),
  'payment.failed': async (stage, by) => stage.control.pay((await stage.created(by)).authority, 'failed'),
  'payment.cancelled': async (stage, by) => stage.control.pay((await stage.created(by)).authority, 'cancel'),
  'payment.reversed': async (stage, by) => {
    await stage.paid(by);
    await stage.control.advance(by, pastEveryDueMoment);
  },
  'verification.failed': (stage, by) => unverified(stage, by),
  'refund.created': (stage, by) => refunded(stage, by),
  'refund.completed': async (stage, by) => {
    await refunded(stage, by);
    await stage.control.advance(by, pastEveryDueMoment);
  },
  'settlement.created': (stage, by) => settled(stage, by, 'completed'),
  'settlement.completed': (stage, by) => settled(stage, by, 'completed'),
  'settlement.failed': (stage, by) => settled(stage, by, 'failed'),
};

async function settled(stage: Stage, by: SandboxTerminal, outcome: 'completed' | 'failed'): Promise<void> {
  await stage.verified(by);
  await stage.control.settle(by, outcome);
}

async function refunded(stage: Stage, by: SandboxTerminal): Promise<void> {
  const { authority } = await stage.verified(by);
  await stage.prepare(stage.draft('createRefund', { body: { authority } }), { as: by });
}

async function eventually(condition: () => boolean, milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!condition() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
}

const eventOf = ({ headers }: Receiver['received'][number]) => headers[eventHeader.toLowerCase()];

/** A delivery as the model hears of it. */
function seenDelivery({ url }: Receiver, { headers, body }: ReceivedDelivery, at: Period): Happening {
  const named = headers[eventHeader.toLowerCase()] as string | undefined;
  const event = named !== undefined && named in webhookEvents ? (named as WebhookEvent) : undefined;
  const delivery = { url, event, headers: headers as Record<string, string>, body, answered: 200, at };
  return { kind: 'delivery', delivery };
}

async function playWebhook(session: Session, event: WebhookEvent): Promise<Finding[]> {
  const { target, model } = session;
  const stage = createStage(session);
  const endpoint = await receiver(200);
  try {
    const by = await stage.terminal();
    const from = target.now(by.token);
    const secret = 'a-secret-of-the-contract-tests';
    const draft = stage.draft('subscribeWebhook', { body: { url: endpoint.url, events: [event], secret } });
    const subscribed = await stage.send(draft, { as: by });
    // No delivery comes of what was no subscription: waiting for it would hide the cause.
    if (subscribed.status !== draft.operation.facts.successStatus) {
      const rule = `${draft.operation.pointer}/responses/${draft.operation.facts.successStatus}`;
      const refused: Finding = {
        at: '/status',
        expected: `HTTP ${draft.operation.facts.successStatus}, so that ${event} is sent`,
        got: subscribed.status === undefined ? 'no such answer' : `HTTP ${subscribed.status}`,
        rule,
        basis: stated,
        ...(subscribed.exchange && { evidence: { ...subscribed.exchange, signed: false } }),
      };
      throw new NotStaged('subscribeWebhook', [...subscribed.findings, refused]);
    }
    await causes[event](stage, by);
    await eventually(() => endpoint.received.length > 0, 5000);
    const delivery = endpoint.received.find((one) => eventOf(one) === event) ?? endpoint.received[0];
    const sent = { from, to: target.now(by.token) };
    const missing: Finding[] = [
      {
        at: '/',
        expected: `a delivery of ${event}`,
        got: 'no delivery within 5 s',
        rule: `#/webhooks/${event}`,
        basis: grounds[event] ?? stated,
      },
    ];
    return delivery
      ? [
          ...judgeWebhook(event, delivery, secret, sent),
          ...model.happens(seenDelivery(endpoint, delivery, sent)),
        ]
      : missing;
  } finally {
    await endpoint.close();
  }
}

/** How the payer comes to each kind of callback. */
const journeys: Record<string, { change: object; card: string; state: PaymentState }> = {
  awaitingVerification: { change: {}, card: 'success', state: 'AWAITING_VERIFICATION' },
  verified: { change: { direct_verify: true }, card: 'success', state: 'COMPLETED' },
  failed: { change: {}, card: 'failed', state: 'FAILED' },
};

/** A form carries nothing but texts. */
const textsOf = (fields: Record<string, unknown>): [string, string][] =>
  Object.entries(fields).map(([name, value]) => [
    name,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]);

async function playCallback(
  session: Session,
  { name: example, value }: Delivered['examples'][number],
  action: 'POST' | 'GET',
): Promise<Finding[]> {
  const stage = createStage(session);
  const journey = journeys[example];
  if (!journey) throw new Unreachable('nobody has written down how to bring it about');
  const payment = await stage.created(undefined, { ...journey.change, action });
  const paidAt = session.target.now(payment.by.token);
  const { method, url, fields } = await stage.control.pay(payment.authority, journey.card);
  const { searchParams } = URL.canParse(url) ? new URL(url) : { searchParams: new URLSearchParams() };
  const carried = Object.fromEntries(action === 'GET' ? searchParams : textsOf(fields));
  const findings = [
    ...judgeCallback(carried, spokenCallback(journey.state, value as Record<string, unknown>)),
    ...session.model.happens({
      kind: 'callback',
      url,
      method,
      fields: carried,
      at: { from: paidAt, to: paidAt },
    }),
  ];
  if (method !== action) {
    findings.unshift({
      at: '/method',
      expected: action,
      got: shown(method),
      rule: `${schemaAt('#/components/schemas/PaymentRequest').pointer}/properties/action`,
      basis: stated,
    });
  }
  return findings;
}

/** Every callback and webhook of the contract, by the names that `--only` searches. */
export function deliveryCases(): { id: string; play: (session: Session) => Promise<void> }[] {
  return deliveredExamples().flatMap(({ operation, examples }) =>
    examples.map((example) => ({
      id: `${operation} ${example.name}`,
      play: async (session: Session) => {
        const reason = session.obstacle(['control']);
        if (reason) return session.recorder.notReached('deliveries', operation, example.name, reason);
        await recordPlay(session, { part: 'deliveries', operation, name: example.name }, () => {
          if (operation in webhookEvents) return playWebhook(session, operation as WebhookEvent);
          const action = operation.endsWith('ByGet') ? 'GET' : 'POST';
          return playCallback(session, example, action);
        });
      },
    })),
  );
}
