// Sends webhooks to the shop: genuine ones as the gateway signs them, and every kind of false one.
import { randomBytes } from 'node:crypto';
import { request } from 'undici';
import { signing, type WebhookEvent, webhookDelivery } from '../../../generated/facts.ts';
import { standardContract } from '../contract/contract.ts';
import { unixSeconds } from '../core/clock.ts';
import { type EventData, signedBody } from '../webhooks/events.ts';
import { deliveryIdHeader, eventHeader, userAgent } from '../webhooks/headers.ts';

export interface Delivery {
  id: string;
  /** The names of the event in the header and in the body. */
  event: string;
  body: string;
  /** undefined sends no such header; a list sends it several times. */
  signature: string | string[] | undefined;
  /** Seconds by which the timestamp is ahead of the clock. */
  ahead: number;
}

export interface WebhookSender {
  /** A delivery as the gateway makes it. */
  genuine: (event: WebhookEvent, data: EventData) => Delivery;
  /** The signature of other data, or with another secret. */
  sign: (event: WebhookEvent, data: EventData, secret?: string) => Delivery;
  /** @returns the status of the answer, 0 when none came. */
  send: (delivery: Delivery) => Promise<number>;
}

export function newDeliveryId(): string {
  return randomBytes(16).toString('hex');
}

export function webhookSender(url: string, secret: string): WebhookSender {
  const sign: WebhookSender['sign'] = (event, data, key = secret) => {
    const { body, signature } = signedBody(
      { event, at: Date.now(), merchantCode: 'MERCHANT-AUDIT', data },
      key,
      standardContract,
    );
    return { id: newDeliveryId(), event, body, signature, ahead: 0 };
  };
  return {
    sign,
    genuine: (event, data) => sign(event, data),
    send: async ({ id, event, body, signature, ahead }) => {
      const lines: [string, string][] = [
        ['Content-Type', 'application/json'],
        [userAgent.name, userAgent.value],
        [eventHeader, event],
        [deliveryIdHeader, id],
        [signing.webhook.timestamp_header, String(unixSeconds(Date.now()) + ahead)],
        ...[signature ?? []]
          .flat()
          .map((value): [string, string] => [signing.webhook.signature_header, value]),
      ];
      try {
        const answer = await request(url, {
          method: 'POST',
          body,
          headers: lines.flat(),
          signal: AbortSignal.timeout(webhookDelivery.timeout_seconds * 1000),
        });
        await answer.body.dump();
        return answer.statusCode;
      } catch {
        return 0;
      }
    },
  };
}
