// Reads deliveries: what one says of itself, when it was sent, and which sends are of one delivery.

import type { Parameter } from '../../../foundation/reader/document.ts';
import { nodeAt } from '../../../foundation/reader/pointers.ts';
import { contract } from '../contract/document.ts';
import { signing, webhookDelivery } from '../contract/facts.ts';
import type { DeliverySeen, Period } from './observation.ts';
import { jsonOf } from './read.ts';

const nameOf = (component: string): string =>
  (contract.components.parameters as Record<string, Parameter>)[component]?.name ?? '';

/** The header that is one and the same for all sends of a delivery. */
export const deliveryIdHeader: string = nameOf('WebhookId');
export const timestampHeader: string = signing.webhook.timestamp_header;

export const headerOf = ({ headers }: DeliverySeen, name: string): string | undefined =>
  headers[name.toLowerCase()];

export const idOf = (delivery: DeliverySeen): string | undefined => headerOf(delivery, deliveryIdHeader);

/** The object `data` of the body. */
export const dataOf = ({ body }: DeliverySeen): unknown => nodeAt(jsonOf(body), '/data');

export function textAt(value: unknown, pointer: string): string | undefined {
  const found = nodeAt(value, pointer);
  return typeof found === 'string' ? found : undefined;
}

/** Where clocks are read in whole seconds, and both ends of a period are. */
const second = 1;

/** The moment of sending as its own header has it; undefined when the clock at the time was certainly another. */
function ownMoment(delivery: DeliverySeen): number | undefined {
  const told = Number(headerOf(delivery, timestampHeader));
  const { from, to } = delivery.at;
  return told >= from - second && told <= to + second ? told : undefined;
}

/** Between which moments it was sent: those in which it came, or sharper if its header fits them. */
export function sentAt(delivery: DeliverySeen): Period {
  const own = ownMoment(delivery);
  return own === undefined ? delivery.at : { from: own, to: own + second };
}

/** Whether an endpoint's answer counts as success; one that comes too late does not. */
export function isAccepted({ answered, took = 0 }: DeliverySeen): boolean {
  const { from, to } = webhookDelivery.accepted_statuses;
  if (took > webhookDelivery.timeout_seconds * 1000) return false;
  return answered !== null && answered >= from && answered <= to;
}

/** Between which moments the failure of a send was known to the sender. */
export function failedAt(delivery: DeliverySeen): Period {
  const { from, to } = sentAt(delivery);
  const took = Math.min((delivery.took ?? 0) / 1000, webhookDelivery.timeout_seconds);
  return { from, to: to + took };
}

/** The sends of one delivery, in their order: those to one address with one identifier. */
export const sendsOf = (deliveries: readonly DeliverySeen[], url: string, id: string): DeliverySeen[] =>
  deliveries.filter((one) => one.url === url && idOf(one) === id);

/** The first send of every delivery to an address. */
export function firstSends(deliveries: readonly DeliverySeen[], url: string): DeliverySeen[] {
  const seen = new Set<string | undefined>();
  return deliveries.filter((one) => {
    if (one.url !== url) return false;
    const id = idOf(one);
    if (id !== undefined && seen.has(id)) return false;
    seen.add(id);
    return true;
  });
}
