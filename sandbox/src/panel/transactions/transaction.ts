// One transaction: what it is now, what can still be done in the payer's place, its callback and its timeline.

import { badge, code, definitions, form } from '../../html/elements.ts';
import { type Html, html } from '../../html/template.ts';
import type { RequestRecord } from '../../observed/request-record.ts';
import { callbacksOf } from '../../payments/callback-log.ts';
import { cardNamed } from '../../payments/pay.ts';
import { actOnPage, type PageAction } from '../../payments/payer.ts';
import { bringCallback, type CallbackAnswer } from '../../payments/send-callback.ts';
import { isPayable } from '../../payments/states.ts';
import type { PaymentRow } from '../../storage/schema.ts';
import { PanelFailure } from '../frame/failures.ts';
import { shortened, withoutSecrets } from '../frame/redaction.ts';
import type { Section } from '../frame/sections.ts';
import type { Panel, TerminalVisit } from '../frame/visit.ts';
import { paymentStateName, paymentTone } from '../terminal/states.ts';
import { deliveriesAbout } from '../webhooks/deliveries.ts';
import { callbackBlock } from './callback-block.ts';
import { timeline } from './timeline.ts';

/** @throws PanelFailure when the terminal has no such payment. */
async function paymentAsked({ terminal, params }: TerminalVisit, { services }: Panel): Promise<PaymentRow> {
  const payment = await services.storage.db
    .selectFrom('payments')
    .selectAll()
    .where('authority', '=', params.authority ?? '')
    .where('terminal_id', '=', terminal.id)
    .executeTakeFirst();
  if (!payment) throw new PanelFailure('not found');
  return payment;
}

/** Whether a request was about a payment, or created it. */
function isAbout({ operation, path, requestText, answerText }: RequestRecord, authority: string): boolean {
  const told = operation === 'createPayment' ? answerText : `${path} ${requestText}`;
  return told.includes(authority);
}

function payerActions(visit: TerminalVisit, payment: PaymentRow): Html | null {
  if (!isPayable(payment.state)) return null;
  const { say, base } = visit;
  return html`<section class="card"><h2>${say("In the payer's place", 'به جای پرداخت‌کننده')}</h2>
${form(
  visit,
  `${base}/transactions/${payment.authority}/act`,
  html`<button class="main" name="action" value="success">${say('Pay', 'پرداخت')}</button>
<button name="action" value="failed">${say('Fail', 'ناموفق')}</button>
<button name="action" value="insufficient">${say('Fail: not enough money', 'ناموفق: موجودی ناکافی')}</button>
<button name="action" value="cancel">${say('Cancel', 'انصراف')}</button>
<button name="action" value="timeout">${say('Expire', 'پایان مهلت')}</button>`,
  'row',
)}
<p><a href="/startpay/${payment.authority}">${say("Open the payer's page instead", 'باز کردن صفحهٔ پرداخت')}</a></p></section>`;
}

/** What the shop answered to a callback that was sent from here. */
function callbackAnswer({ say }: TerminalVisit, { status, body, error }: CallbackAnswer): Html {
  const result =
    error === null
      ? badge(status !== null && status < 400 ? 'good' : 'bad', String(status))
      : badge('bad', say('No answer', 'بدون پاسخ'));
  return html`<div class="notice" role="status"><p>${say('The shop answered:', 'پاسخ فروشگاه:')} ${result} ${error === null ? null : code(error)}</p>
${body ? html`<pre dir="ltr" tabindex="0"><code>${shortened(withoutSecrets(body), 1000)}</code></pre>` : null}</div>`;
}

export const transactionSection: Section = {
  path: '/transactions/:authority',
  within: '/transactions',
  notices: {
    acted: { en: 'Done; the timeline shows it.', fa: 'انجام شد و در مسیر تراکنش آمده است.' },
  },
  changes: {
    callback: async (visit, _form, panel) => {
      const payment = await paymentAsked(visit, panel);
      if (isPayable(payment.state)) {
        return { mistake: visit.say('The payer is not back yet.', 'پرداخت‌کننده هنوز برنگشته است.') };
      }
      const answers = await bringCallback(panel.services, payment);
      return { once: html`${answers.map((answer) => callbackAnswer(visit, answer))}` };
    },
    act: async (visit, form, panel) => {
      const { authority } = await paymentAsked(visit, panel);
      const asked = form.get('action') ?? '';
      const action: PageAction | undefined = asked === 'cancel' ? 'cancel' : cardNamed(asked);
      if (!action)
        return { mistake: visit.say('Choose one of the actions.', 'یکی از کارها را انتخاب کنید.') };
      const outcome = await actOnPage(panel.services, authority, action);
      if (outcome.kind === 'done') {
        await panel.background.settle();
        return { done: 'acted' };
      }
      return {
        mistake:
          outcome.kind === 'wrong card'
            ? visit.say(
                'This payment is restricted to another card.',
                'این پرداخت فقط با کارت تعیین‌شده ممکن است.',
              )
            : visit.say(
                'This payment is over: nothing was changed.',
                'این پرداخت تمام شده است و چیزی تغییر نکرد.',
              ),
      };
    },
  },
  view: async (visit, panel) => {
    const { say, rials, moment, duration, now } = visit;
    const payment = await paymentAsked(visit, panel);
    const requests = panel.observed.requests
      .of(visit.terminal.id)
      .filter((record) => isAbout(record, payment.authority));
    const deliveries = await deliveriesAbout(panel, visit.terminal.id, payment.authority);
    const callbacks = await callbacksOf(panel.services, payment);
    const contract = await panel.services.contracts.of(visit.terminal.dialects);
    const isOpen = isPayable(payment.state);
    const left = isOpen
      ? ` (${say(`${duration(payment.expires_at - now)} left`, `${duration(payment.expires_at - now)} مانده`)})`
      : '';
    const body = html`${payerActions(visit, payment)}
${definitions([
  [say('State', 'وضعیت'), badge(paymentTone(payment.state), paymentStateName(visit, payment.state))],
  [
    say('Status in the API', 'وضعیت در API'),
    html`${code(contract.states[payment.state].status)} ${code(payment.state)}`,
  ],
  [say('Amount', 'مبلغ'), rials(Number(payment.amount))],
  [say('Order', 'سفارش'), html`<bdi>${payment.order_id}</bdi>`],
  payment.description === null
    ? null
    : [say('Description', 'توضیحات'), html`<bdi>${payment.description}</bdi>`],
  payment.bank_reference === null
    ? null
    : [say('Bank reference', 'شمارهٔ مرجع بانکی'), code(payment.bank_reference)],
  payment.card_pan === null ? null : [say('Card', 'کارت'), code(payment.card_pan)],
  payment.card_restriction === null
    ? null
    : [say('Only with the card', 'فقط با کارت'), code(payment.card_restriction)],
  [
    say('Verified directly', 'تأیید خودکار'),
    payment.direct_verify === 1 ? say('Yes', 'بله') : say('No', 'خیر'),
  ],
  [say('Created', 'زمان ایجاد'), moment(payment.created_at)],
  [say('Expires', 'پایان مهلت'), html`${moment(payment.expires_at)}${left}`],
])}
<section><h2>${say('Timeline', 'مسیر تراکنش')}</h2>${timeline(visit, payment, requests, callbacks, deliveries)}</section>
${callbackBlock(visit, payment, contract, callbacks)}`;
    return { title: say(`Transaction ${payment.authority}`, `تراکنش ${payment.authority}`), body };
  },
};
