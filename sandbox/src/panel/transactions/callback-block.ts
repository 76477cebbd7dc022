// The block of a transaction's callback: what was given last, what it would be now, and the ways to give it again.
import type { Contract } from '../../contract/contract.ts';
import { code, definitions, form } from '../../html/elements.ts';
import { type Html, html } from '../../html/template.ts';
import { type Callback, callbackOf } from '../../payments/callback.ts';
import { after, isPayable } from '../../payments/states.ts';
import type { CallbackRow, PaymentRow, PaymentState } from '../../storage/schema.ts';
import type { TerminalVisit } from '../frame/visit.ts';

/** What was given, written out again from what is remembered of it: the payment may be in another state by now. */
function givenBy(
  { method, url, status_code: status }: CallbackRow,
  payment: PaymentRow,
  contract: Contract,
): Callback {
  const states = Object.keys(contract.states) as PaymentState[];
  const state =
    states.find((name) => String(contract.states[name].callback) === status) ?? after.failedPayment;
  // The dialects may have changed since.
  const fields = { ...callbackOf({ ...payment, state }, contract).fields, status_code: status };
  return { method, url, fields };
}

function content({ method, url, fields }: Callback): Html {
  return html`<p><code dir="ltr">${method} ${url}</code></p>
${definitions(Object.entries(fields).map(([name, value]) => [name, html`<bdi>${value}</bdi>`] as const))}`;
}

/** What stands there once the payer has been sent back, or could have been. */
function lastOrNext(
  visit: TerminalVisit,
  payment: PaymentRow,
  contract: Contract,
  last: CallbackRow | undefined,
): Html {
  const { say, moment } = visit;
  const now = callbackOf(payment, contract);
  if (!last) {
    return html`<p>${say(
      'No callback has been given yet. As the payment is now, it would be this:',
      'هنوز هیچ callback داده نشده است. با وضع کنونی پرداخت، چنین خواهد بود:',
    )}</p>${content(now)}`;
  }
  const changed = now.fields.status_code !== last.status_code;
  return html`<p>${say('This was given last, at', 'آخرین بار این داده شد، در')} ${moment(Number(last.at))}. ${
    last.way === 'sent'
      ? say('The sandbox sent it itself.', 'خود سندباکس آن را فرستاد.')
      : say(
          "It went by the payer's browser; whether it arrived is known to the shop alone.",
          'مرورگر پرداخت‌کننده آن را برد و فقط فروشگاه می‌داند که رسیده است یا نه.',
        )
  }</p>${content(givenBy(last, payment, contract))}
${
  changed
    ? html`<p>${say(
        'The payment has changed since then: given again now, it would bring',
        'پرداخت از آن هنگام تغییر کرده است و اگر اکنون دوباره داده شود، این را می‌برد:',
      )} ${code(`status_code=${now.fields.status_code}`)}</p>`
    : null
}`;
}

/** @param callbacks those that have left, oldest first. */
export function callbackBlock(
  visit: TerminalVisit,
  payment: PaymentRow,
  contract: Contract,
  callbacks: readonly CallbackRow[],
): Html {
  const { say, base } = visit;
  const title = say('Callback', 'بازگشت از درگاه (callback)');
  if (isPayable(payment.state)) {
    return html`<section><h2>${title}</h2><p>${say(
      'The payer has not come back yet; they will be sent to:',
      'پرداخت‌کننده هنوز برنگشته است. آدرس بازگشت:',
    )} <code dir="ltr">${payment.callback_method} ${payment.callback_url}</code></p></section>`;
  }
  return html`<section id="callback"><h2>${title}</h2>
${lastOrNext(visit, payment, contract, callbacks.at(-1))}
${form(visit, `${base}/transactions/${payment.authority}/callback`, html`<button>${say('Send the callback from here', 'فرستادن callback از همین‌جا')}</button>`)}
<p><a href="/startpay/${payment.authority}">${say('Send it again from the payer’s page', 'فرستادن دوباره از صفحهٔ پرداخت')}</a></p></section>`;
}
