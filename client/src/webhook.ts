// Verifies a delivered event and gives it a type; what the signature does not cover is checked as far as it can be.
import { eventFields, headers as names, signing } from '../../generated/client-facts.ts';
import type { components } from '../../generated/types.ts';
import { ConfigurationError, Refusal } from './errors.ts';
import { isObject, type Json, parseJson } from './json.ts';
import { importSecret, signatureFault, timestampFault } from './signature.ts';
import type { SignatureFault } from './signature-fault.ts';

type Schemas = components['schemas'];

/** Why a delivery was refused. Answer 401: a real one comes again, which does no harm. */
export type WebhookFault =
  | SignatureFault
  | 'header_doubled'
  | 'id_missing'
  | 'body_malformed'
  | 'data_missing'
  | 'event_differs';

/** Where to look when it is not a stranger's delivery but a genuine one. */
const lookAt: { [Reason in WebhookFault]?: string } = {
  signature_mismatch: 'the secret of this webhook, and that the body is as it came',
  timestamp_outside_tolerance: 'the clock of this server',
};

/** A delivery that is not proven to come from the gateway. */
export class WebhookError extends Refusal<WebhookFault> {
  protected static override readonly kind = 'WebhookError';
  constructor(reason: WebhookFault) {
    const genuine = lookAt[reason] ? ` If all are refused, look at ${lookAt[reason]}.` : '';
    super(reason, `Answer 401 and do nothing with it.${genuine}`);
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
  timestamp?: string;
  merchant_code?: string;
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

/** The event to which a status of signed data belongs; a status of tomorrow belongs to any. */
const eventByStatus: Record<string, KnownEvent> = {
  pending: 'payment.created',
  failed: 'payment.failed',
  timeout: 'payment.failed',
  cancelled: 'payment.cancelled',
};

/** Whether the name of an event, which is not signed, can be the name of this signed data. */
function fits(event: string, data: Record<string, unknown>): event is KnownEvent {
  if (!Object.hasOwn(eventFields, event)) return false;
  const known = event as KnownEvent;
  const { status } = data;
  const other = typeof status === 'string' && Object.hasOwn(eventByStatus, status) && eventByStatus[status];
  const named = Object.values(eventByStatus).includes(known);
  return eventFields[known].every((field) => field in data) && !(named && other && other !== known);
}

function readHeader(headers: WebhookHeaders, name: string): string | undefined {
  const pairs = headers instanceof Headers ? [...headers] : Object.entries(headers);
  const found = pairs.flatMap(([key, value]) => (key.toLowerCase() === name.toLowerCase() ? value : []));
  if (found.length > 1) throw new WebhookError('header_doubled');
  return found[0];
}

/** The tokens of valid JSON that matter here; a text that is the name of a member has a colon behind it. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"(?=\s*(:?))|[{}[\]]|-?\d[^\s,\]}]*|\s+/g;

/**
 * JSON that everybody reads alike, and the text of its object `data`. A signed body must not mean two things: a name
 * that stands twice in one object would be two amounts, and of a number that no double holds, or of half a sign, other
 * readers would make something else.
 * @throws SyntaxError, WebhookError
 */
function parseUnambiguously(text: string): { body: Json; slice: string } {
  const body: Json = JSON.parse(text);
  /** Where each list and object that is open begins, and the names so far, each behind the place of its object. */
  const open: number[] = [];
  const names = new Set<string>();
  let members = 0;
  let clear = true;
  let name: unknown;
  let start: number | undefined;
  let slice = '';
  for (const { 0: token, 1: colon, index } of text.matchAll(tokens)) {
    const value = token[0] === '"' && JSON.parse(token);
    clear &&= Math.abs(Number(token)) !== Infinity && !/\p{Surrogate}/u.test(value);
    if (colon) {
      name = value;
      names.add(`${open.at(-1)}:${name}`);
      members += 1;
    }
    if ('{['.includes(token) && open.push(index) === 2 && name === 'data') start = index;
    if ('}]'.includes(token) && open.pop() === start) slice = text.slice(start, index + 1);
  }
  if (!clear || members !== names.size) throw new WebhookError('body_malformed');
  return { body, slice };
}

/** Without blanks, slashes and Unicode unescaped; the keys keep their order and the numbers their digits. */
const compact = (json: string) =>
  json.replace(tokens, (token) => (token[0] === '"' ? JSON.stringify(JSON.parse(token)) : token.trim()));

/** A number that JavaScript would round becomes the text of its digits. */
const withoutRounding = (json: string) =>
  json.replace(tokens, (token) => (Math.abs(Number(token)) > Number.MAX_SAFE_INTEGER ? `"${token}"` : token));

/** What a body says, and what can be signed of it: the bytes of `data`, or their compact form (docs/decisions/0090). */
function parseBody(rawBody: string | Uint8Array) {
  try {
    const text =
      typeof rawBody === 'string'
        ? rawBody
        : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(rawBody);
    const { body, slice } = parseUnambiguously(text);
    if (!isObject(body.data)) throw new WebhookError('data_missing');
    const data = parseJson(withoutRounding(slice));
    if (!data) throw new WebhookError('body_malformed');
    return { body, data, signed: [slice, compact(slice)] };
  } catch (error) {
    throw error instanceof WebhookError ? error : new WebhookError('body_malformed');
  }
}

export interface WebhookOptions {
  /** Milliseconds since 1970; the system's clock unless a test gives another. */
  now?: number | undefined;
}

/**
 * Verifies a delivery.
 * @param rawBody the body exactly as it came, never a parsed object.
 * @param headers those of the request, of any framework.
 * @param secret that of the webhook; several while you change it.
 * @returns the event. Only `data` was signed: treat it as a hint and ask `getPayment` before you deliver anything.
 * @throws WebhookError with the reason, whatever was sent; ConfigurationError when your secret is empty, or the body is
 * not given as it came.
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
  if (typeof rawBody !== 'string' && rawBody?.byteLength === undefined) {
    const mistake = rawBody ? 'The body was parsed before it was verified' : 'There is no body';
    throw new ConfigurationError(`${mistake}: give verifyWebhook the raw text or bytes.`);
  }
  const { body, signed, data } = parseBody(rawBody);
  let fault: SignatureFault | undefined = 'signature_mismatch';
  for (const candidate of [secret].flat()) {
    for (const text of signed) {
      fault &&= await signatureFault(await importSecret(candidate), signature, text);
    }
  }
  refuse(fault);
  refuse(body.signature && body.signature !== signature ? 'signature_mismatch' : undefined);
  const { event, timestamp, merchant_code } = body;
  const id = readHeader(headers, names.webhookId);
  if (!id) throw new WebhookError('id_missing');
  if (typeof event !== 'string' || event !== readHeader(headers, names.webhookEvent)) {
    throw new WebhookError('event_differs');
  }
  const delivery = { id, fingerprint: `${event}:${signature}`, timestamp, merchant_code };
  // Renamed by somebody who has seen its data, or newer than this version: true, but not what it is called.
  const named = fits(event, data) ? { event } : { event: 'unknown', name: event };
  return { ...delivery, ...named, data } as WebhookEvent;
}
