// listWebhookEvents: the events that can be subscribed, and what an endpoint must do, in the contract's own words.
import { exampleValue } from '../contract/document.ts';
import { query } from '../core/handlers.ts';

const { data } = exampleValue<{ data: unknown }>('webhookEvents');

export const listWebhookEvents = query(async () => data);
