// Subscribing, unsubscribing and testing webhooks, those of a stranger included.
import fc from 'fast-check';
import { nodeAt } from '../../../../foundation/reader/pointers.ts';
import { type WebhookEvent, webhookEvents } from '../../contract/facts.ts';
import type { Family } from '../command.ts';
import { type Memory, type OwnWebhook, type Reference, referred, shopOf } from '../memory.ts';
import { hand, handOf, place, reference, shops } from './draw.ts';

const events = Object.keys(webhookEvents) as WebhookEvent[];
const testable = events.filter((event) => webhookEvents[event].testable);

const webhookOf = ({ webhooks }: Memory, of: Reference): OwnWebhook | undefined =>
  referred(webhooks, of, ({ isGone }) => !isGone);

export const subscribe: Family = {
  needs: ['write'],
  weight: 1,
  commands: fc
    .record({
      shop: shops,
      into: place,
      events: fc.uniqueArray(fc.constantFrom(...events), { minLength: 1, maxLength: 3 }),
    })
    .map(({ shop, into, events }) => ({
      name: `subscribe to ${events.join(', ')}`,
      isPossible: () => true,
      play: async (memory, world) => {
        const by = shopOf(memory, shop);
        const body = { url: `${world.stage.nowhere}/webhook`, events };
        const number = memory.made.webhooks + 1;
        const answer = await world.send(by, world.stage.draft('subscribeWebhook', { body }), {
          says: `subscribes to ${events.join(', ')}`,
          keeps: [{ at: '/data/webhook/id', variable: `webhook${number}` }],
        });
        const id = nodeAt(answer.body, '/data/webhook/id');
        if (typeof id !== 'string') return;
        memory.made.webhooks = number;
        memory.webhooks.push({ place: into, one: { number, id, shop: by, isGone: false } });
      },
    })),
};

export const unsubscribe: Family = {
  needs: ['write'],
  weight: 1,
  commands: fc.record({ of: reference, by: hand }).map(({ of, by }) => ({
    name: `unsubscribe${by === 'stranger' ? ' as a stranger' : ''}`,
    isPossible: (memory) => webhookOf(memory, of) !== undefined,
    play: async (memory, world) => {
      const webhook = webhookOf(memory, of);
      if (!webhook) return;
      const shop = handOf(memory, webhook.shop, by);
      const body = { webhook_id: webhook.id };
      const says = `unsubscribes webhook ${webhook.number}`;
      const { status } = await world.send(shop, world.stage.draft('unsubscribeWebhook', { body }), { says });
      if (status === 200) webhook.isGone = true;
    },
  })),
};

export const test: Family = {
  needs: ['write'],
  weight: 1,
  commands: fc
    .record({ of: reference, by: hand, event: fc.constantFrom(...testable) })
    .map(({ of, by, event }) => ({
      name: `test a webhook${by === 'stranger' ? ' as a stranger' : ''}`,
      isPossible: (memory) => webhookOf(memory, of) !== undefined,
      play: async (memory, world) => {
        const webhook = webhookOf(memory, of);
        if (!webhook) return;
        const { id, number, shop: owner } = webhook;
        const shop = handOf(memory, owner, by);
        const body = { webhook_id: id, event_type: event };
        const says = `tests webhook ${number} with ${event}`;
        await world.send(shop, world.stage.draft('testWebhook', { body }), { says });
      },
    })),
};
