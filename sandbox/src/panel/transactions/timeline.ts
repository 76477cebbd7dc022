// What happened to a payment, in order: its states, the requests about it, its callbacks, and the webhooks it caused.

import { badge, code, type Tone } from '../../html/elements.ts';
import type { Both } from '../../html/language.ts';
import { type Html, html } from '../../html/template.ts';
import type { RequestRecord } from '../../observed/request-record.ts';
import { cameToNothing } from '../../payments/states.ts';
import type { CallbackRow, DeliveryAttemptRow, DeliveryRow, PaymentRow } from '../../storage/schema.ts';
import { shortened, withoutSecrets } from '../frame/redaction.ts';
import type { TerminalVisit } from '../frame/visit.ts';
import { paymentStateName, paymentTone } from '../terminal/states.ts';
import { attemptText, sendingError } from '../webhooks/deliveries.ts';

interface Step {
  /** On the terminal's clock, in milliseconds. */
  at: number;
  tone: Tone;
  text: Html;
}

function stateSteps(visit: TerminalVisit, payment: PaymentRow): Step[] {
  const { say, rials } = visit;
  const step = (at: number | null, tone: Tone, text: Html | string): Step[] =>
    at === null ? [] : [{ at: Number(at), tone, text: html`<strong>${text}</strong>` }];
  const ended = cameToNothing(payment.state);
  return [
    ...step(
      payment.created_at,
      'quiet',
      say(`Created, ${rials(Number(payment.amount))}`, `ایجاد شد، ${rials(Number(payment.amount))}`),
    ),
    ...step(
      payment.paid_at,
      'waiting',
      html`${say('Paid', 'پرداخت شد')}${payment.card_pan === null ? null : html` <code dir="ltr">${payment.card_pan}</code>`}`,
    ),
    ...step(payment.verified_at, 'good', say('Verified', 'تأیید شد')),
    ...step(
      ended ? payment.updated_at : null,
      paymentTone(payment.state),
      paymentStateName(visit, payment.state),
    ),
  ];
}

function requestStep({ say }: TerminalVisit, request: RequestRecord): Step {
  const { operation, status, at } = request;
  const failed = status >= 400;
  const isVerification = operation === 'createVerification' || operation === 'retryVerification';
  const name = isVerification ? say('Verification attempt', 'تلاش برای تأیید') : say('Request', 'درخواست');
  return {
    at,
    tone: failed ? 'bad' : 'quiet',
    text: html`${name} ${code(operation)} ${badge(failed ? 'bad' : 'good', String(status))}`,
  };
}

type DeliveryWithAttempts = DeliveryRow & { url: string; attemptRows: DeliveryAttemptRow[] };

function deliverySteps(visit: TerminalVisit, delivery: DeliveryWithAttempts): Step[] {
  const { say, base } = visit;
  const name = html`<a href="${base}/webhooks/deliveries/${delivery.id}">${say('Webhook', 'وب‌هوک')} ${code(delivery.event)}</a>`;
  // Several addresses may be told of the same event.
  const address = html`<br>${say('to', 'به')} ${code(shortened(withoutSecrets(delivery.url), 300))}`;
  const steps: Step[] = delivery.attemptRows.map((attempt) => ({
    at: Number(attempt.sent_at),
    tone: attempt.error === null ? 'good' : 'bad',
    text: html`${name} · ${attemptText(visit, attempt)}${address}`,
  }));
  if (delivery.state === 'pending') {
    const at = Number(delivery.next_attempt_at);
    steps.push({ at, tone: 'waiting', text: html`${name} · ${say('next attempt', 'تلاش بعدی')}${address}` });
  }
  return steps;
}

const departures: Record<CallbackRow['way'], Both> = {
  form: {
    en: "Callback given to the payer's browser as a form",
    fa: 'فرم callback به مرورگر پرداخت‌کننده داده شد',
  },
  link: {
    en: "Callback given to the payer's browser as a link",
    fa: 'پیوند callback به مرورگر پرداخت‌کننده داده شد',
  },
  redirect: {
    en: "Payer's browser redirected to the callback",
    fa: 'مرورگر پرداخت‌کننده به آدرس callback هدایت شد',
  },
  sent: { en: 'Callback sent by the sandbox itself', fa: 'callback از خود سندباکس فرستاده شد' },
};

function callbackStep(visit: TerminalVisit, callback: CallbackRow): Step {
  const { say, of } = visit;
  const { way, doubled, method, url, status_code: status, response_code: answered, error } = callback;
  const sent = way === 'sent';
  const failed = sent && (answered === null || answered >= 400);
  const fate = sent
    ? html`${answered === null ? sendingError(visit, error ?? '') : badge(failed ? 'bad' : 'good', String(answered))}`
    : html`<span class="quiet">${say('whether it arrived, the shop alone knows', 'رسیدنش را فقط فروشگاه می‌داند')}</span>`;
  return {
    at: Number(callback.at),
    tone: failed ? 'bad' : sent ? 'good' : 'waiting',
    text: html`${of(departures[way])} ${code(`status_code=${status}`)} ${
      doubled === 1 ? badge('waiting', say('doubled by a fault', 'دوباره، به خاطر خطای شبیه‌سازی‌شده')) : null
    } · ${fate}<br><code dir="ltr">${method} ${shortened(withoutSecrets(url), 300)}</code>`,
  };
}

/** @param requests those that are remembered; older ones have been forgotten. */
export function timeline(
  visit: TerminalVisit,
  payment: PaymentRow,
  requests: readonly RequestRecord[],
  callbacks: readonly CallbackRow[],
  deliveries: readonly DeliveryWithAttempts[],
): Html {
  const steps = [
    ...stateSteps(visit, payment),
    ...requests.map((request) => requestStep(visit, request)),
    ...callbacks.map((callback) => callbackStep(visit, callback)),
    ...deliveries.flatMap((delivery) => deliverySteps(visit, delivery)),
  ].sort((one, other) => one.at - other.at);
  return html`<ol class="timeline">${steps.map(
    ({ at, tone, text }) =>
      html`<li class="${tone}"><span class="when">${visit.moment(at)}</span><span>${text}</span></li>`,
  )}</ol>`;
}
