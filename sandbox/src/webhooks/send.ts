// Sends one attempt of a delivery, and tells how it was received.
import { signing, webhookDelivery } from '../../../generated/facts.ts';
import { unixSeconds } from '../core/clock.ts';
import { failureText, type Outgoing } from '../core/outgoing.ts';
import { deliveryIdHeader, eventHeader, userAgent } from './headers.ts';

export interface Attempt {
  url: string;
  event: string;
  deliveryId: string;
  body: string;
  signature: string;
  /** On the terminal's clock; the header is fresh at each attempt. */
  at: number;
}

export interface AttemptResult {
  responseCode: number | null;
  /** A short English text; null for a success. */
  error: string | null;
}

const { from, to } = webhookDelivery.accepted_statuses;
const { timeout_seconds: timeout } = webhookDelivery;

export interface Sender {
  send: (attempt: Attempt) => Promise<AttemptResult>;
}

export function createSender(outgoing: Outgoing): Sender {
  return {
    send: async ({ url, event, deliveryId, body, signature, at }) => {
      try {
        const response = await outgoing.send({
          url,
          method: 'POST',
          body,
          timeout,
          headers: {
            'Content-Type': 'application/json',
            [userAgent.name]: userAgent.value,
            [eventHeader]: event,
            [deliveryIdHeader]: deliveryId,
            [signing.webhook.timestamp_header]: String(unixSeconds(at)),
            [signing.webhook.signature_header]: signature,
          },
        });
        // What the endpoint says is of no interest, and may be endless.
        await response.body?.cancel();
        const accepted = response.status >= from && response.status <= to;
        return { responseCode: response.status, error: accepted ? null : `HTTP ${response.status}` };
      } catch (error) {
        return { responseCode: null, error: failureText(error, timeout) };
      }
    },
  };
}
