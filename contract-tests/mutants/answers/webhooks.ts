// Servers that subscribe, test or end another webhook than they say.
import { webhookEvents } from '../../../generated/facts.ts';
import { type Changes, type FaultyServer, on, withoutSignature } from './change.ts';
import type { Fault, PassedRequest } from './mutating.ts';

const schemas = 'openapi/webhooks/schemas.yaml';
const addressees = 'subscribeWebhook brings each event to whoever asked for it';

/** Changes what a subscription asks for, before the right server sees it. */
const asking =
  (change: (body: Record<string, unknown>) => void): NonNullable<Fault['request']> =>
  (request: PassedRequest) => {
    if (request.operation !== 'subscribeWebhook' || !request.body) return request;
    const body = JSON.parse(Buffer.from(request.body).toString('utf8'));
    change(body);
    return {
      ...request,
      body: Buffer.from(JSON.stringify(body)),
      headers: withoutSignature(request.headers),
    };
  };

/** One fault each. */
export function webhookFaults({ withBody }: Changes): FaultyServer[] {
  const asked = new Map<string, unknown>();
  return [
    {
      fault: 'a subscription that echoes another address',
      only: 'subscribeWebhook for all events',
      server: {
        answer: on(
          'subscribeWebhook',
          201,
          withBody(({ data }) => Object.assign(data.webhook, { url: 'https://shop.example/' })),
        ),
      },
      at: '/body/data/webhook/url',
      place: [schemas, /WebhookUrl:/],
    },
    {
      fault: 'a subscription that forgets an event',
      only: 'subscribeWebhook for all events',
      server: {
        answer: on(
          'subscribeWebhook',
          201,
          withBody(({ data }) => data.webhook.events.pop()),
        ),
      },
      at: '/body/data/webhook/events',
      place: [schemas, /events:/],
    },
    {
      fault: 'a subscription to every event, whatever was asked for',
      only: addressees,
      server: {
        request: asking((body) => {
          asked.set(String(body.url), body.events);
          body.events = Object.keys(webhookEvents);
        }),
        answer: on(
          'subscribeWebhook',
          201,
          withBody(({ data }) => Object.assign(data.webhook, { events: asked.get(data.webhook.url) })),
        ),
      },
      at: '/body/event',
      place: ['openapi/webhooks/payment-events.yaml', /./],
    },
    {
      fault: 'a subscription of another address than it says',
      only: addressees,
      server: {
        request: asking((body) => {
          body.url = `${body.url}/elsewhere`;
        }),
        answer: on(
          'subscribeWebhook',
          201,
          withBody(({ data }) =>
            Object.assign(data.webhook, { url: data.webhook.url.replace('/elsewhere', '') }),
          ),
        ),
      },
      at: '/',
      place: ['openapi/webhooks/payment-events.yaml', /./],
    },
    {
      fault: 'a test that calls every endpoint a success',
      only: 'testWebhook with an endpoint that is gone',
      server: {
        answer: on(
          'testWebhook',
          200,
          withBody(({ data }) =>
            Object.assign(data.test_result, { status: 'success', response_code: 200, error: null }),
          ),
        ),
      },
      at: '/body/data/test_result/status',
      word: 'differs',
      place: [schemas, /status:/],
    },
    {
      fault: 'an end of another webhook than was named',
      only: 'unsubscribeWebhook twice, and tested afterwards',
      server: {
        answer: on(
          'unsubscribeWebhook',
          200,
          withBody(({ data }) => Object.assign(data, { webhook_id: 'another' })),
        ),
      },
      at: '/body/data/webhook_id',
      place: [schemas, /WebhookId:/],
    },
  ];
}
