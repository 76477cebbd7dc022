// Verifies a delivered event and gives it a type; what the signature does not cover is checked as far as it can be.
import { eventFields, headers as names, signing } from '../../generated/client-facts.ts';
import type { components } from '../../generated/types.ts';
import { Refusal } from './errors.ts';
import { importSecret, type SignatureFault, signatureFault, timestampFault } from './signature.ts';

type Schemas = components['schemas'];

/** Why a delivery was refused. Answer 401: a real one comes again, which does no harm. */
export type WebhookFault =
  | SignatureFault
  | 'header_doubled'
  | 'id_missing'
  | 'body_malformed'
  | 'data_missing'
  | 'event_differs';

/** A delivery that is not proven to come from the gateway. */
export class WebhookError extends Refusal<WebhookFault> {
  constructor(reason: WebhookFault) {
    super('WebhookError', reason, 'Answer 401 and do nothing with it.');
  }
}

/** Only the authority of a reversed payment can be relied on: the gateway has not documented its data. */
type LenientReversal = Pick<Schemas['UnsettledPaymentData'], 'authority'> &
  Partial<Schemas['UnsettledPaymentData']>;

interface DataByEvent {
  'payment.created': Schemas['PaymentCreatedData'];
  'payment.completed': Schemas['SettledPaymentData'];
  'payment.failed': Schemas['UnsettledPaymentData'];
  'payment.cancelled': Schemas['UnsettledPaymentData'];
  'payment.reversed': LenientReversal;
  'verification.completed': Schemas['SettledPaymentData'];
  'verification.failed': Schemas['UnsettledPaymentData'];
  'refund.created': Schemas['RefundCreatedData'];
  'refund.completed': Schemas['RefundCompletedData'];
  'settlement.created': Schemas['SettlementData'];
  'settlement.completed': Schemas['SettlementData'];
  'settlement.failed': Schemas['SettlementData'];
}

interface Delivery {
  /** X-Webhook-ID: the same at every attempt to deliver this event. */
  id: string;
  /** Names this event and its signed data, which somebody who replays it cannot change. */
  fingerprint: string;
  /** When it happened, ISO 8601; not signed. */
  timestamp: string;
  merchant_code: string;
}

export type KnownEvent = keyof DataByEvent;

/**
 * A delivered event: switch over `event`. `unknown` is one that this version does not know, or whose signed data does
 * not fit its unsigned name: log it and answer 2xx.
 */
export type WebhookEvent =
  | { [Name in KnownEvent]: Delivery & { event: Name; data: DataByEvent[Name] } }[KnownEvent]
  | (Delivery & { event: 'unknown'; name: string; data: Record<string, unknown> });

export type WebhookHeaders = Headers | Record<string, string | string[] | undefined>;

/** Statuses of signed data that fit the name of the event, which is not signed. */
const fittingStatus: Partial<Record<KnownEvent, readonly string[]>> = {
  'payment.created': ['pending'],
  'payment.failed': ['failed', 'timeout'],
  'payment.cancelled': ['cancelled'],
};

function readHeader(headers: WebhookHeaders, name: string): string | undefined {
  const pairs = headers instanceof Headers ? [...headers] : Object.entries(headers);
  const found = pairs.flatMap(([key, value]) => (key.toLowerCase() === name.toLowerCase() ? value : []));
  if (found.length > 1) throw new WebhookError('header_doubled');
  return found[0];
}

/** Body and what is signed of it: the compact JSON of `data`, its keys in the order of the body. */
function parseBody(rawBody: string | Uint8Array): { body: Record<string, unknown>; signed: string } {
  try {
    const text =
      typeof rawBody === 'string' ? rawBody : new TextDecoder('utf-8', { fatal: true }).decode(rawBody);
    const body = JSON.parse(text);
    const { data } = body;
    if (typeof data !== 'object' || data === null || Array.isArray(data))
      throw new WebhookError('data_missing');
    return { body, signed: JSON.stringify(data) };
  } catch (error) {
    throw error instanceof WebhookError ? error : new WebhookError('body_malformed');
  }
}

export interface WebhookOptions {
  /** Milliseconds since 1970; the system's clock unless a test gives another. */
  now?: number;
}

/**
 * Verifies a delivery.
 * @param rawBody the body exactly as it came, never a parsed object.
 * @param headers those of the request, of any framework.
 * @param secret that of the webhook; several while you change it.
 * @returns the event. Only `data` was signed: treat it as a hint and ask `getPayment` before you deliver anything.
 * @throws WebhookError with the reason, whatever was sent; ConfigurationError when your secret is empty.
 */
export async function verifyWebhook(
  rawBody: string | Uint8Array,
  headers: WebhookHeaders,
  secret: string | readonly string[],
  { now = Date.now() }: WebhookOptions = {},
): Promise<WebhookEvent> {
  const refuse = (reason: WebhookFault | undefined) => {
    if (reason) throw new WebhookError(reason);
  };
  const { signature_header, timestamp_header } = signing.webhook;
  const signature = readHeader(headers, signature_header);
  if (!signature) throw new WebhookError('signature_missing');
  refuse(timestampFault(readHeader(headers, timestamp_header), now));
  const { body, signed } = parseBody(rawBody);
  let fault: SignatureFault | undefined = 'signature_mismatch';
  for (const candidate of [secret].flat()) {
    fault = fault && (await signatureFault(await importSecret(candidate), signature, signed));
  }
  refuse(fault);
  refuse(body.signature !== undefined && body.signature !== signature ? 'signature_mismatch' : undefined);
  const { event, timestamp, merchant_code } = body;
  const data = body.data as Record<string, unknown>;
  const id = readHeader(headers, names.webhookId);
  if (!id) throw new WebhookError('id_missing');
  if (typeof event !== 'string' || event !== readHeader(headers, names.webhookEvent)) {
    throw new WebhookError('event_differs');
  }
  const delivery = { id, fingerprint: `${event}:${signature}`, timestamp, merchant_code };
  const known = event as KnownEvent;
  // Renamed by somebody who has seen its data, or newer than this version: true, but not what it is called.
  const fits =
    Object.hasOwn(eventFields, event) &&
    eventFields[known].every((field) => field in data) &&
    (fittingStatus[known]?.includes(String(data.status)) ?? true);
  return { ...delivery, ...(fits ? { event } : { event: 'unknown', name: event }), data } as WebhookEvent;
}
