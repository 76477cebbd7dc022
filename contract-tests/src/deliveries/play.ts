// Makes a sandbox send every callback and every webhook that it can be brought to send, and judges them.
import type { Basis } from '../../../foundation/reader/basis.ts';
import { type WebhookEvent, webhookEvents } from '../contract/facts.ts';
import type { Finding } from '../judge/finding.ts';
import { assumed, stated } from '../judge/word.ts';
import { type Delivered, deliveredExamples } from '../plan/replay.ts';
import { unverified } from '../plan/scenarios/errors.ts';
import { recordPlay } from '../plan/scenarios/record.ts';
import { createStage, type Stage, Unreachable } from '../plan/scenarios/stage.ts';
import { type PaymentState, spokenCallback } from '../plan/spoken.ts';
import type { Session } from '../run/session.ts';
import type { SandboxTerminal } from '../targets/target.ts';
import { openMailbox } from './mailbox.ts';
import { judgeReturn } from './return.ts';

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

async function playWebhook(session: Session, event: WebhookEvent): Promise<Finding[]> {
  const stage = createStage(session);
  const mailbox = await openMailbox(stage);
  try {
    const by = await stage.terminal();
    const webhook = await mailbox.subscribe(by, { events: [event] });
    await causes[event](stage, by);
    // When the clock has moved, everything that was due by then has been sent.
    await stage.control.advance(by, 1);
    const findings = mailbox.readAll();
    if (mailbox.countOf(webhook) === 0 && findings.length === 0) {
      findings.push({
        at: '/',
        expected: `a delivery of ${event}`,
        got: 'no delivery',
        rule: `#/webhooks/${event}`,
        basis: grounds[event] ?? stated,
      });
    }
    return findings;
  } finally {
    await mailbox.close();
  }
}

/** How the payer comes to each kind of callback. */
const journeys: Record<string, { change: object; card: string; state: PaymentState }> = {
  awaitingVerification: { change: {}, card: 'success', state: 'AWAITING_VERIFICATION' },
  verified: { change: { direct_verify: true }, card: 'success', state: 'COMPLETED' },
  failed: { change: {}, card: 'failed', state: 'FAILED' },
};

async function playCallback(
  session: Session,
  { name: example, value }: Delivered['examples'][number],
  action: 'POST' | 'GET',
): Promise<Finding[]> {
  const stage = createStage(session);
  const journey = journeys[example];
  if (!journey) throw new Unreachable('nobody has written down how to bring it about');
  const payment = await stage.created(undefined, { ...journey.change, action });
  const callback = await stage.control.pay(payment.authority, journey.card);
  const spoken = spokenCallback(journey.state, value as Record<string, unknown>);
  return judgeReturn(session, payment, callback, spoken);
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
