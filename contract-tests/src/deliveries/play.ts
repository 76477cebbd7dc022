// Makes a sandbox send every callback and every webhook that it can be brought to send, and judges them.
import { setTimeout as pause } from 'node:timers/promises';
import type { Basis } from '../../../foundation/reader/basis.ts';
import { type WebhookEvent, webhookEvents } from '../contract/facts.ts';
import type { Finding } from '../judge/finding.ts';
import { assumed, stated } from '../judge/word.ts';
import type { PayerAct } from '../model/observation.ts';
import type { Capability } from '../plan/case.ts';
import { type Delivered, deliveredExamples } from '../plan/replay.ts';
import { unverified } from '../plan/scenarios/errors.ts';
import { recordPlay } from '../plan/scenarios/record.ts';
import { createStage, type Stage, Unreachable } from '../plan/scenarios/stage.ts';
import { type PaymentState, spokenCallback } from '../plan/spoken.ts';
import type { Session } from '../run/session.ts';
import type { SandboxTerminal } from '../targets/target.ts';
import { openMailbox } from './mailbox.ts';
import { judgeReturn } from './return.ts';

/** Milliseconds within which a gateway that has others to serve, too, has sent an event. */
const inTime = 60_000;

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

/** What a target must be able to do to make each event happen, beside sending it to the run. */
const needs: Record<WebhookEvent, readonly Capability[]> = {
  'payment.created': [],
  'payment.completed': ['payer'],
  'verification.completed': ['payer'],
  'payment.failed': ['payer', 'test-cards'],
  'payment.cancelled': ['payer'],
  'payment.reversed': ['time-travel', 'payer'],
  'verification.failed': ['failures', 'payer'],
  'refund.created': ['undocumented', 'payer'],
  'refund.completed': ['undocumented', 'time-travel', 'payer'],
  'settlement.created': ['control', 'payer'],
  'settlement.completed': ['control', 'payer'],
  'settlement.failed': ['control', 'payer'],
};

/** What makes each event happen. */
const causes: Record<WebhookEvent, (stage: Stage, by: SandboxTerminal) => Promise<unknown>> = {
  'payment.created': (stage, by) => stage.created(by),
  'payment.completed': (stage, by) => stage.verified(by),
  'verification.completed': (stage, by) => stage.verified(by),
  'payment.failed': async (stage, by) => stage.pay(await stage.created(by), 'failed'),
  'payment.cancelled': async (stage, by) => stage.pay(await stage.created(by), 'cancel'),
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

/** Waits until whatever is due has been sent: a clock that has been moved has seen to it already. */
async function everythingSent(stage: Stage, by: SandboxTerminal, hasCome: () => boolean): Promise<void> {
  if (stage.session.target.control) return stage.control.advance(by, 1);
  const end = performance.now() + inTime;
  while (!hasCome() && performance.now() < end) await pause(50);
}

async function playWebhook(session: Session, event: WebhookEvent): Promise<Finding[]> {
  const stage = createStage(session);
  const mailbox = await openMailbox(stage);
  try {
    const by = await stage.terminal();
    const webhook = await mailbox.subscribe(by, { events: [event] });
    await causes[event](stage, by);
    await everythingSent(stage, by, () => mailbox.countOf(webhook) > 0);
    const findings = stage.session.target.control ? mailbox.readAll() : mailbox.read();
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
const journeys: Record<string, { change: object; card: PayerAct; state: PaymentState }> = {
  awaitingVerification: { change: {}, card: 'success', state: 'AWAITING_VERIFICATION' },
  verified: { change: { direct_verify: true }, card: 'success', state: 'COMPLETED' },
  failed: { change: {}, card: 'failed', state: 'FAILED' },
};

/** @throws Unreachable with the reason why the target cannot */
function mustBeAble(session: Session, wanted: readonly Capability[]): void {
  const reason = session.obstacle(wanted);
  if (reason !== undefined) throw new Unreachable(reason);
}

async function playCallback(
  session: Session,
  { name: example, value }: Delivered['examples'][number],
  action: 'POST' | 'GET',
): Promise<Finding[]> {
  const stage = createStage(session);
  const journey = journeys[example];
  if (!journey) throw new Unreachable('nobody has written down how to bring it about');
  if (journey.card !== 'success') mustBeAble(session, ['test-cards']);
  const payment = await stage.created(undefined, { ...journey.change, action });
  const callback = await stage.pay(payment, journey.card);
  if (!callback) throw new Unreachable('the payment was made, but no callback of it reached the run');
  const spoken = spokenCallback(journey.state, value as Record<string, unknown>);
  return judgeReturn(session, payment, callback, spoken);
}

export interface DeliveryCase {
  id: string;
  play: (session: Session) => Promise<void>;
  /** Sends what the case would send, and waits for nothing. */
  rehearse: (session: Session) => Promise<void>;
}

/** What a case would send, as far as the target can do it. */
async function rehearse(session: Session, operation: string, example: string): Promise<void> {
  const stage = createStage(session);
  const isEvent = operation in webhookEvents;
  const event = operation as WebhookEvent;
  const wanted: readonly Capability[] = isEvent ? ['write', 'receiver', ...needs[event]] : ['write', 'payer'];
  const journey = journeys[example];
  if (!stage.can(...wanted)) return;
  if (isEvent) {
    const by = await stage.terminal();
    await stage.send(stage.draft('subscribeWebhook', { body: { url: stage.nowhere, events: [event] } }), {
      as: by,
    });
    await causes[event](stage, by);
  } else if (journey && (journey.card === 'success' || stage.can('test-cards'))) {
    await stage.pay(await stage.created(), journey.card);
  }
}

/** Every callback and webhook of the contract, by the names that `--only` searches. */
export function deliveryCases(): DeliveryCase[] {
  return deliveredExamples().flatMap(({ operation, examples }) =>
    examples.map((example) => ({
      id: `${operation} ${example.name}`,
      rehearse: (session: Session) => rehearse(session, operation, example.name),
      play: async (session: Session) => {
        await recordPlay(session, { part: 'deliveries', operation, name: example.name }, () => {
          if (operation in webhookEvents) {
            mustBeAble(session, ['state', 'write', 'receiver', ...needs[operation as WebhookEvent]]);
            return playWebhook(session, operation as WebhookEvent);
          }
          mustBeAble(session, ['state', 'write', 'payer']);
          const action = operation.endsWith('ByGet') ? 'GET' : 'POST';
          return playCallback(session, example, action);
        });
      },
    })),
  );
}
