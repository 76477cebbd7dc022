// Reads the payer's return to the shop, which anybody can forge, against what the shop has stored.
import { callbackFields } from '../../generated/client-facts.ts';
import { ConfigurationError, Refusal } from './errors.ts';
import type { StoredPayment } from './verify-payment.ts';

/** Why a callback was refused. Nothing of it may touch an order. */
export type CallbackFault =
  | 'method_not_allowed'
  | 'malformed'
  | 'doubled_field'
  | 'unknown_payment'
  | 'authority_differs'
  | 'amount_differs'
  | 'order_differs';

/** A callback that does not fit your record: answer 400 and log it. */
export class CallbackError extends Refusal<CallbackFault> {
  protected static override readonly kind = 'CallbackError';
  constructor(reason: CallbackFault) {
    super(reason, 'Answer 400 and change no order because of it.');
  }
}

/** A request of the web standard, or of Express, Fastify and their like with the form parsed or as text. */
export interface CallbackRequest {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: unknown;
  text?(): Promise<string>;
}

/** Your record, or the function that finds it by authority. */
export type StoredPaymentSource<Payment extends StoredPayment> =
  | Payment
  | ((authority: string) => Promise<Payment | null | undefined> | Payment | null | undefined);

export interface Callback<Payment extends StoredPayment> {
  /** Your own record. Verify it, whatever the claim is: only the verification is proof. */
  payment: Payment;
  /** What the callback claims: every negative code that nothing was paid, a code of tomorrow nothing at all. */
  claim: 'awaiting_verification' | 'verified' | 'not_paid' | 'unknown';
  /** Texts that prove nothing: store the reference of the verification instead. */
  unproven: { message: string; refId?: string; cardPan?: string };
}

// The callback's codes are a list of their own (docs/decisions/0045).
const claims: Record<string, Callback<StoredPayment>['claim']> = {
  201: 'awaiting_verification',
  100: 'verified',
};

/** The callback's own fields, each once; other parameters of your address are none of its business. */
async function readForm(request: CallbackRequest): Promise<Map<string, string>> {
  const { method, url } = request;
  if (method !== 'GET' && method !== 'POST') throw new CallbackError('method_not_allowed');
  const query = url.slice(url.indexOf('?') + 1 || url.length);
  const source = method === 'GET' ? query : request.text ? await request.text() : request.body;
  const { 'content-type': type } = { ...(request.headers as { 'content-type'?: unknown }) };
  const isUnread = source === undefined || ArrayBuffer.isView(source);
  if (isUnread && /urlencoded/.test(String(type))) {
    throw new ConfigurationError('Nobody has read the form of this request: put a body parser before it.');
  }
  const pairs = typeof source === 'string' ? new URLSearchParams(source) : Object.entries(source ?? {});
  const form = new Map<string, string>();
  for (const [name, value] of pairs) {
    if (!(callbackFields as readonly string[]).includes(name)) continue;
    if (form.has(name) || Array.isArray(value)) throw new CallbackError('doubled_field');
    if (typeof value !== 'string') throw new CallbackError('malformed');
    form.set(name, value);
  }
  return form;
}

const matches = (pattern: RegExp, value: string | undefined): value is string =>
  value !== undefined && pattern.test(value);

/**
 * Reads a callback by GET or POST and compares it with your record; there is no way to read one without it.
 * @param stored your record, or the function that loads it by authority from your own database.
 * @returns your record and the claim. Call `verifyPayment` with it next, whatever the claim is.
 * @throws CallbackError when it does not fit your record, or is no callback at all; ConfigurationError when no body
 * parser has read its form.
 */
export async function readCallback<Payment extends StoredPayment>(
  request: CallbackRequest,
  stored: StoredPaymentSource<Payment>,
): Promise<Callback<Payment>> {
  const form = await readForm(request);
  const authority = form.get('authority');
  const amount = form.get('amount');
  const orderId = form.get('order_id');
  const status = form.get('status_code');
  // Your record decides; the forms only keep out what cannot be one, and do not assume how the gateway makes its own.
  if (
    !matches(/^[\w-]{1,64}$/, authority) ||
    !matches(/^[0-9]{1,16}$/, amount) ||
    !matches(/^-?[0-9]{1,9}$/, status) ||
    !orderId
  ) {
    throw new CallbackError('malformed');
  }
  const payment = typeof stored === 'function' ? await stored(authority) : stored;
  if (!payment) throw new CallbackError('unknown_payment');
  if (payment.authority !== authority) throw new CallbackError('authority_differs');
  if (payment.amount !== Number(amount)) throw new CallbackError('amount_differs');
  if (payment.order_id !== orderId) throw new CallbackError('order_differs');
  return {
    payment,
    claim: claims[status] ?? (status.startsWith('-') ? 'not_paid' : 'unknown'),
    unproven: {
      message: form.get('message') ?? '',
      refId: form.get('ref_id'),
      cardPan: form.get('card_pan'),
    },
  };
}
