// Deliveries: each event to whoever asked for it, its retries at their times, and nothing after the end.
import { sandbox, type WebhookEvent, webhookDelivery, webhookEvents } from '../../../contract/facts.ts';
import { type Mailbox, openMailbox } from '../../../deliveries/mailbox.ts';
import type { Finding } from '../../../judge/finding.ts';
import type { SandboxTerminal } from '../../../targets/target.ts';
import { beyondEveryLifetime, type Stage } from '../stage.ts';
import { type Behaviour, behaviour } from './behaviour.ts';

const events = Object.keys(webhookEvents) as WebhookEvent[];

/** Something with a mailbox, which is closed in the end. */
const withMailbox =
  (play: (stage: Stage, mailbox: Mailbox) => Promise<Finding[]>): Behaviour['play'] =>
  async (stage) => {
    const mailbox = await openMailbox(stage);
    try {
      return await play(stage, mailbox);
    } finally {
      await mailbox.close();
    }
  };

const beyondEveryPayout = 2 * sandbox.refund_payout_seconds;

/** What happens to the payments of a shop, one thing after the other. */
const happenings: ((stage: Stage, by: SandboxTerminal) => Promise<unknown>)[] = [
  async (stage, by) => {
    const { authority } = await stage.verified(by);
    await stage.prepare(stage.draft('createRefund', { body: { authority, amount: 4000 } }), { as: by });
    await stage.prepare(stage.draft('createRefund', { body: { authority, amount: 5000 } }), { as: by });
  },
  (stage, by) => stage.paid(by, { direct_verify: true }),
  async (stage, by) => stage.control.pay((await stage.created(by)).authority, 'insufficient'),
  async (stage, by) => {
    const { authority } = await stage.created(by);
    await stage.prepare(stage.draft('cancelPayment', { authority }), { as: by });
  },
  (stage, by) => stage.paid(by),
  (stage, by) => stage.created(by),
  (stage, by) => stage.control.advance(by, beyondEveryLifetime),
  (stage, by) => stage.control.advance(by, beyondEveryPayout),
];

const addressees = behaviour(
  'subscribeWebhook',
  'brings each event to whoever asked for it, and to nobody else',
  withMailbox(async (stage, mailbox) => {
    const [owner, stranger] = [await stage.terminal(), await stage.terminal()];
    await mailbox.subscribe(owner, { events });
    await mailbox.subscribe(owner, { events: ['payment.failed', 'refund.created'], isSecretMade: true });
    await mailbox.subscribe(stranger, { events });
    const findings: Finding[] = [];
    for (const happen of happenings) {
      await happen(stage, owner);
      await stage.control.advance(owner, 1);
      findings.push(...mailbox.read());
    }
    await stage.created(stranger);
    await stage.control.advance(stranger, 1);
    return [...findings, ...mailbox.readAll()];
  }),
);

/** How long before and after its moment a retry is looked for, in seconds. */
const around = { before: 5, after: 35 };

const retries = behaviour(
  'subscribeWebhook',
  'brings again what was not received, at its times, until it is',
  withMailbox(async (stage, mailbox) => {
    const by = await stage.terminal();
    const asked = { events: ['payment.created' as const] };
    // Received at once, at the first retry, at the second, and never.
    for (const replies of [
      [204],
      [500, 200],
      [{ status: 302, headers: { Location: 'https://127.0.0.1:9/' } }, 404, 299],
      [{ status: null }, 500, 199, 400],
    ]) {
      await mailbox.subscribe(by, { ...asked, replies });
    }
    await stage.created(by);
    await stage.control.advance(by, 1);
    const findings = mailbox.readAll();
    let gone = 1;
    for (const delay of webhookDelivery.retry_delays_seconds) {
      await stage.control.advance(by, delay - around.before - gone);
      findings.push(...mailbox.read());
      await stage.control.advance(by, around.before + around.after);
      findings.push(...mailbox.readAll());
      gone = around.after;
    }
    await stage.control.advance(by, 2 * webhookDelivery.delay_cap_seconds);
    return [...findings, ...mailbox.readAll()];
  }),
);

const ends = behaviour(
  'unsubscribeWebhook',
  'ends what is waiting and what would come',
  withMailbox(async (stage, mailbox) => {
    const by = await stage.terminal();
    const asked = { events: ['payment.created' as const], replies: [500] };
    const [ended, other] = [
      await mailbox.subscribe(by, asked),
      await mailbox.subscribe(by, { ...asked, replies: [200] }),
    ];
    await stage.created(by);
    await stage.control.advance(by, 1);
    const findings = mailbox.readAll();
    const draft = stage.draft('unsubscribeWebhook', { body: { webhook_id: ended.id } });
    findings.push(...(await stage.send(draft, { as: ended.by })).findings);
    await stage.control.advance(by, webhookDelivery.delay_cap_seconds);
    findings.push(...mailbox.read());
    await stage.created(other.by);
    await stage.control.advance(by, webhookDelivery.delay_cap_seconds);
    return [...findings, ...mailbox.readAll()];
  }),
);

/** What comes between the settlements of a shop: what they count, what they must leave out, and what was counted before. */
const transfers: {
  take: (stage: Stage, by: SandboxTerminal) => Promise<unknown>;
  outcome: 'completed' | 'failed';
}[] = [
  {
    take: async (stage, by) => {
      const { authority } = await stage.verified(by);
      await stage.prepare(stage.draft('createRefund', { body: { authority, amount: 4000 } }), { as: by });
      await stage.paid(by);
    },
    outcome: 'failed',
  },
  { take: (stage, by) => stage.verified(by), outcome: 'completed' },
  { take: (stage, by) => stage.verified(by), outcome: 'completed' },
];

/** Each payment and each refund counts in one transfer (docs/decisions/0077). */
const settlements = behaviour(
  'createRefund',
  'is deducted from a settlement, which takes each verified payment once',
  withMailbox(async (stage, mailbox) => {
    const by = await stage.terminal();
    await mailbox.subscribe(by, { events: events.filter((event) => event.startsWith('settlement.')) });
    const findings: Finding[] = [];
    for (const { take, outcome } of transfers) {
      await take(stage, by);
      await stage.control.settle(by, outcome);
      await stage.control.advance(by, 1);
      findings.push(...mailbox.read());
    }
    return [...findings, ...mailbox.readAll()];
  }),
  ['control', 'undocumented'],
);

export const deliveryBehaviours = [addressees, retries, ends, settlements];
