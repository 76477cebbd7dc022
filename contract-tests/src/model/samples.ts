// Tells the samples of tested webhooks from events: a sample comes during its test, and is of no payment that exists.
import { nodeAt } from '../../../foundation/reader/pointers.ts';
import type { Known, WebhookTest } from './known.ts';
import type { DeliverySeen } from './observation.ts';
import { dataOf, firstSends, idOf, sendsOf } from './sends.ts';

/** Whether a delivery can be the sample of a test, by when and where it came and what it is about. */
function fits({ url, event, at }: WebhookTest, delivery: DeliverySeen, { payments }: Known): boolean {
  if (delivery.url !== url || delivery.event !== event) return false;
  if (delivery.at.from > at.to || delivery.at.to < at.from) return false;
  return !payments.has(String(nodeAt(dataOf(delivery), '/authority')));
}

/** The samples that have come to an address, each with the test that it is of: one for each test, in their order. */
function matched(known: Known, url: string, deliveries: readonly DeliverySeen[]) {
  const free = new Set(known.tests.filter((test) => test.url === url));
  const found = new Map<DeliverySeen, WebhookTest>();
  for (const delivery of firstSends(deliveries, url)) {
    const test = [...free].find((one) => fits(one, delivery, known));
    if (!test) continue;
    free.delete(test);
    found.set(delivery, test);
  }
  return found;
}

/** The sample that has come of a test; undefined when none has. */
export function sampleOf(test: WebhookTest, known: Known): DeliverySeen | undefined {
  const found = [...matched(known, test.url, known.deliveries)].find(([, one]) => one === test);
  return found?.[0];
}

/** The test that a delivery, or the first send of it, is the sample of. */
export function testOf(delivery: DeliverySeen, known: Known): WebhookTest | undefined {
  const id = idOf(delivery);
  const [first] = id === undefined ? [] : sendsOf(known.deliveries, delivery.url, id);
  return matched(known, delivery.url, [...known.deliveries, delivery]).get(first ?? delivery);
}
