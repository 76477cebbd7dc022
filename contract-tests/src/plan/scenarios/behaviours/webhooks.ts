// Subscribing, unsubscribing and testing webhooks, also those of others.
import { nodeAt } from '../../../../../foundation/reader/pointers.ts';
import { operationOf } from '../../../contract/document.ts';
import { webhookEvents } from '../../../contract/facts.ts';
import { openMailbox } from '../../../deliveries/mailbox.ts';
import type { Reply } from '../../../deliveries/receiver.ts';
import type { Finding } from '../../../judge/finding.ts';
import { assumed } from '../../../judge/word.ts';
import type { SandboxTerminal } from '../../../targets/target.ts';
import type { Stage } from '../stage.ts';
import { tested } from '../webhooks.ts';
import { behaviour } from './behaviour.ts';

const events = Object.keys(webhookEvents) as (keyof typeof webhookEvents)[];
const testable = events.filter((event) => webhookEvents[event].testable);
const unknown = { errors: ['ErrorValidation' as const], fields: ['webhook_id'], basis: assumed(24) };

const unsubscription = (stage: Stage, id: string) =>
  stage.draft('unsubscribeWebhook', { body: { webhook_id: id } });
const test = (stage: Stage, id: string, event: string = testable[0] ?? '') =>
  stage.draft('testWebhook', { body: { webhook_id: id, event_type: event } });

const subscriptions = behaviour(
  'subscribeWebhook',
  'for all events, for few, and twice alike',
  async (stage) => {
    const wanted = [events, events.slice(2, 5).toReversed(), events.slice(2, 5)];
    const findings: Finding[] = [];
    for (const [index, some] of wanted.entries()) {
      const body = { url: `${stage.nowhere}/webhook/${index}?shop=${index}`, events: some };
      findings.push(...(await stage.send(stage.draft('subscribeWebhook', { body }))).findings);
    }
    return findings;
  },
  ['write'],
);

/** A webhook ends once: then it is known still, and gets nothing more (docs/decisions/0024). */
const ended = behaviour(
  'unsubscribeWebhook',
  'twice, and tested afterwards',
  async (stage) => {
    const { id, by } = await stage.webhook();
    const { successStatus: status } = operationOf('unsubscribeWebhook').facts;
    const first = await stage.send(unsubscription(stage, id), { as: by, expectation: { status } });
    const again = { status, basis: assumed(24) };
    const second = await stage.send(unsubscription(stage, id), { as: by, expectation: again });
    const third = await stage.send(test(stage, id), { as: by, expectation: unknown });
    return [first, second, third].flatMap(({ findings }) => findings);
  },
  ['write'],
);

/** What belongs to another terminal is not there, and stays as it is. */
const strangers = (
  [
    ['unsubscribeWebhook', unsubscription],
    ['testWebhook', test],
  ] as const
).map(([operation, draft]) =>
  behaviour(operation, 'of a webhook of another terminal', async (stage) => {
    const mailbox = await openMailbox(stage);
    try {
      const owner = await stage.terminal();
      const { id } = await mailbox.subscribe(owner, { events: ['payment.created'] });
      const manner = { as: await stage.terminal(), expectation: unknown };
      const { findings } = await stage.send(draft(stage, id), manner);
      await stage.created(owner);
      await stage.control.advance(owner, 1);
      return [...findings, ...mailbox.readAll()];
    } finally {
      await mailbox.close();
    }
  }),
);

const replies: [string, Reply][] = [
  ['redirects', { status: 302, headers: { Location: 'https://127.0.0.1:9/elsewhere' } }],
  ['says that there is nothing to say', { status: 204 }],
  ['is gone', { status: 410 }],
  ['closes the connection', { status: null }],
  ['takes its time', { status: 200, delay: 250 }],
];

const receptions = replies.map(([how, reply]) =>
  behaviour(
    'testWebhook',
    `with an endpoint that ${how}`,
    async (stage) => (await tested(stage, reply)).findings,
  ),
);

/** A sample of each event to two webhooks of one terminal, each signed with the secret of its own. */
const samples = behaviour('testWebhook', 'with each event, to two webhooks', async (stage) => {
  const mailbox = await openMailbox(stage);
  try {
    const by: SandboxTerminal = await stage.terminal();
    const webhooks = [
      await mailbox.subscribe(by, { events: ['payment.created'] }),
      await mailbox.subscribe(by, { events: ['payment.created'], isSecretMade: true }),
    ];
    const findings: Finding[] = [];
    for (const [index, event] of testable.entries()) {
      const { id } = webhooks[index % webhooks.length] as { id: string };
      const answer = await stage.send(test(stage, id, event), { as: by });
      findings.push(...answer.findings, ...mailbox.read());
      // Nothing of a test is left to come.
      if (nodeAt(answer.body, '/data') === undefined) break;
    }
    return [...findings, ...mailbox.readAll()];
  } finally {
    await mailbox.close();
  }
});

/** A test that failed is not tried again. */
const noRetries = behaviour('testWebhook', 'is not repeated when it fails', async (stage) => {
  const mailbox = await openMailbox(stage);
  try {
    const by = await stage.terminal();
    const { id } = await mailbox.subscribe(by, { events: ['payment.created'], replies: [500] });
    const { findings } = await stage.send(test(stage, id), { as: by });
    findings.push(...mailbox.read());
    await stage.control.advance(by, 3600);
    return [...findings, ...mailbox.readAll()];
  } finally {
    await mailbox.close();
  }
});

export const webhookBehaviours = [subscriptions, ended, ...strangers, ...receptions, samples, noRetries];
