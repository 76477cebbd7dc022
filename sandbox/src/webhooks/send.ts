// Sends one attempt of a delivery: no redirects, a time limit, and an address that is checked while connecting.
import { lookup as resolveName } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, fetch } from 'undici';
import { signing, webhookDelivery } from '../../../generated/facts.ts';
import { mayReceiveWebhooks } from '../addresses.ts';
import { unixSeconds } from '../clock.ts';
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

class ForbiddenAddress extends Error {}

/** Resolves a name and refuses it when any of its addresses is not allowed, so that DNS cannot move it later. */
function guardedLookup(loopbackAllowed: boolean): LookupFunction {
  return (hostname, options, callback) => {
    resolveName(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      if (
        addresses.length === 0 ||
        !addresses.every(({ address }) => mayReceiveWebhooks(address, loopbackAllowed))
      ) {
        return callback(new ForbiddenAddress('The address is not a public one.'), []);
      }
      const [first] = addresses;
      if (options.all) callback(null, addresses);
      else callback(null, first?.address ?? '', first?.family);
    });
  };
}

const { from, to } = webhookDelivery.accepted_statuses;

function describe(error: unknown): string {
  const { cause, name } = error as { cause?: unknown; name?: string };
  if (error instanceof ForbiddenAddress || cause instanceof ForbiddenAddress) return 'Address not allowed';
  if (name === 'TimeoutError' || name === 'AbortError')
    return `No answer within ${webhookDelivery.timeout_seconds} seconds`;
  const { code } = (cause ?? {}) as { code?: string };
  return code ? `Connection failed (${code})` : 'Connection failed';
}

export interface Sender {
  send: (attempt: Attempt) => Promise<AttemptResult>;
  close: () => Promise<void>;
}

/** @param loopbackAllowed whether this machine itself may receive webhooks: only while the sandbox is local. */
export function createSender(loopbackAllowed: boolean): Sender {
  const agent = new Agent({ connect: { lookup: guardedLookup(loopbackAllowed) } });
  const isForbiddenLiteral = (url: string) => {
    const host = new URL(url).hostname.replaceAll(/^\[|\]$/g, '');
    // Literals never reach the lookup, so they are checked here.
    return isIP(host) !== 0 && !mayReceiveWebhooks(host, loopbackAllowed);
  };
  return {
    send: async ({ url, event, deliveryId, body, signature, at }) => {
      try {
        if (isForbiddenLiteral(url)) throw new ForbiddenAddress('The address is not a public one.');
        const response = await fetch(url, {
          method: 'POST',
          body,
          redirect: 'manual',
          dispatcher: agent,
          signal: AbortSignal.timeout(webhookDelivery.timeout_seconds * 1000),
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
        return { responseCode: null, error: describe(error) };
      }
    },
    close: () => agent.destroy(),
  };
}
