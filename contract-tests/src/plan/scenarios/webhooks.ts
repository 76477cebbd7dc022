// Scenes for the answers of the management of webhooks.

import { operationOf } from '../../contract/document.ts';
import { webhookEvents } from '../../contract/facts.ts';
import { receiver } from '../../deliveries/receiver.ts';
import { because, type Scenes } from './scene.ts';
import { type Stage, textOf } from './stage.ts';

const subscription = (stage: Stage, index: number, change: object = {}) => {
  const example = operationOf('subscribeWebhook').requestBody?.examples[index]?.value as object;
  return stage.draft('subscribeWebhook', {
    body: { ...example, url: `${stage.nowhere}/webhook`, ...change },
  });
};

/** Tests a webhook whose endpoint answers with this status. */
async function tested(stage: Stage, status: number) {
  const endpoint = await receiver(status);
  try {
    const by = await stage.terminal();
    // An address on this machine is no https address, which the judge would rightly find fault with.
    const subscribed = await stage.send(subscription(stage, 0, { url: endpoint.url }), { as: by });
    const webhook_id = textOf(subscribed, 'subscribeWebhook', '/data/webhook/id');
    const example = operationOf('testWebhook').requestBody?.examples[0]?.value as object;
    return await stage.ask(stage.draft('testWebhook', { body: { ...example, webhook_id } }), { as: by });
  } finally {
    await endpoint.close();
  }
}

const untestable = Object.entries(webhookEvents).find(([, { testable }]) => !testable)?.[0];
const unknownWebhook = { webhook_id: 'unknown-webhook' };

export const subscribeWebhook: Scenes = {
  '201 ownSecret': {
    needs: ['write'],
    play: (stage) => stage.ask(subscription(stage, 0)),
    like: [...because('decision 28', '/data/webhook/secret'), '/data/webhook/is_active'],
  },
  '201 generatedSecret': {
    needs: ['write'],
    play: (stage) => stage.ask(subscription(stage, 1)),
    like: ['/data/webhook/is_active'],
  },
  '422 invalidWebhookSubscription': {
    needs: ['write'],
    play: (stage) =>
      stage.ask(subscription(stage, 0, { url: 'http://merchant.example/webhook', events: [] })),
  },
};

export const listWebhookEvents: Scenes = {
  '200 events': { play: (stage) => stage.ask(stage.draft('listWebhookEvents')) },
};

export const unsubscribeWebhook: Scenes = {
  '200 unsubscribed': {
    needs: ['write'],
    play: async (stage) => {
      const { id, by } = await stage.webhook();
      return stage.ask(stage.draft('unsubscribeWebhook', { body: { webhook_id: id } }), { as: by });
    },
  },
  '422 unknownWebhook': {
    basis: 'decision 24',
    needs: ['write'],
    play: (stage) => stage.ask(stage.draft('unsubscribeWebhook', { body: unknownWebhook })),
  },
};

export const testWebhook: Scenes = {
  '200 success': {
    needs: ['control'],
    play: (stage) => tested(stage, 200),
    like: ['/data/test_result/status', '/data/test_result/response_code', '/data/test_result/error'],
  },
  '200 failure': {
    basis: 'decision 62',
    needs: ['control'],
    play: (stage) => tested(stage, 500),
    like: ['/data/test_result/status', '/data/test_result/response_code'],
  },
  '422 untestableEvent': {
    needs: ['write'],
    play: async (stage) => {
      const { id, by } = await stage.webhook();
      const body = { webhook_id: id, event_type: untestable };
      return stage.ask(stage.draft('testWebhook', { body }), { as: by });
    },
  },
  '422 unknownWebhook': {
    basis: 'decision 24',
    needs: ['write'],
    play: (stage) => {
      const example = operationOf('testWebhook').requestBody?.examples[0]?.value as object;
      return stage.ask(stage.draft('testWebhook', { body: { ...example, ...unknownWebhook } }));
    },
  },
};
