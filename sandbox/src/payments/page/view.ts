// The payer's page in Persian: the payment with its test cards, and the way back to the shop.
import { money, testCards } from '../../../../generated/facts.ts';
import { timeOfDay } from '../../core/calendar.ts';
import { documentOf } from '../../html/document.ts';
import { definitions } from '../../html/elements.ts';
import { speechOf } from '../../html/language.ts';
import { type Html, html } from '../../html/template.ts';
import type { PaymentState } from '../../storage/schema.ts';
import type { Callback } from '../callback.ts';
import { type CardName, mayPay } from '../pay.ts';
import type { PayersPayment } from '../payer.ts';

const { digits, count, rials } = speechOf('fa');

const inTomans = (amount: number) => `${count(amount / money.rials_per_toman)} تومان`;

function layout(title: string, body: Html, head: Html | null = null): string {
  return documentOf({
    language: 'fa',
    title,
    style: '/startpay/assets/page.css',
    head,
    body: html`<main>
<p class="notice">محیط آزمایشی: پولی جابه‌جا نمی‌شود.</p>
${body}
</main>`,
  });
}

const cardTitles: Record<CardName, string> = {
  success: 'پرداخت موفق',
  failed: 'پرداخت ناموفق',
  insufficient: 'موجودی ناکافی',
  timeout: 'پایان مهلت پرداخت',
};

/** `6037 9971 2345 6789`, as it stands on the card. */
const inGroups = (number: string) => number.replaceAll(/(\d{4})(?=\d)/g, '$1 ');

function cardButton(name: CardName, allowed: boolean): Html {
  const { card_number: number, cvv2, expiry } = testCards[name];
  return html`<li><button name="card" value="${name}" class="card ${name}"${allowed ? null : html` disabled`}>
<strong>${cardTitles[name]}</strong>
<span class="number" dir="ltr">${inGroups(number)}</span>
<small>CVV2: <bdi dir="ltr">${cvv2}</bdi> · تاریخ انقضا: <bdi dir="ltr">${expiry}</bdi></small>
</button></li>`;
}

/** The page on which the payer pays. @param mistake what was wrong with the last try, if anything. */
export function paymentPage({ payment, merchantName, now }: PayersPayment, mistake?: string): string {
  const seconds = Math.max(1, Math.ceil((payment.expires_at - now) / 1000));
  const until = digits(timeOfDay(payment.expires_at));
  const cards = Object.keys(testCards) as CardName[];
  return layout(
    `پرداخت سفارش ${payment.order_id}`,
    html`<h1>پرداخت به ${merchantName}</h1>
${mistake === undefined ? null : html`<p class="mistake" role="alert">${mistake}</p>`}
<p class="amount"><strong>${rials(payment.amount)}</strong><span>${inTomans(payment.amount)}</span></p>
${definitions([
  ['شماره سفارش', html`<bdi dir="ltr">${payment.order_id}</bdi>`],
  payment.description === null ? null : ['توضیحات', html`<bdi>${payment.description}</bdi>`],
  ['شناسه تراکنش', html`<bdi dir="ltr">${payment.authority}</bdi>`],
  [
    'مهلت پرداخت',
    html`تا ساعت <bdi dir="ltr">${until}</bdi> <span id="countdown" data-seconds="${seconds}"></span>`,
  ],
])}
<form method="post" action="/startpay/${payment.authority}/pay">
<h2>با کدام کارت تستی می‌پردازید؟</h2>
${payment.card_restriction === null ? null : html`<p>این پرداخت فقط با کارت <bdi dir="ltr">${payment.card_restriction}</bdi> ممکن است.</p>`}
<ul class="cards">${cards.map((name) => cardButton(name, mayPay(payment, name)))}</ul>
</form>
<form method="post" action="/startpay/${payment.authority}/cancel"><button class="cancel">انصراف از پرداخت</button></form>
<script src="/startpay/assets/countdown.js" defer></script>`,
    // Without JavaScript, too, the page says when the time is over.
    html`<meta http-equiv="refresh" content="${seconds}">`,
  );
}

const outcomes: Record<PaymentState, string> = {
  AWAITING_PAYMENT: 'این پرداخت هنوز انجام نشده است.',
  AWAITING_VERIFICATION: 'پرداخت شما انجام شد.',
  VERIFICATION_FAILED: 'پرداخت شما انجام شد.',
  COMPLETED: 'پرداخت شما انجام و تأیید شد.',
  FAILED: 'پرداخت انجام نشد.',
  CANCELLED: 'این پرداخت لغو شده است.',
  TIMEOUT: 'مهلت این پرداخت به پایان رسیده است.',
};

function backToShop({ method, url, fields }: Callback): Html {
  const label = 'بازگشت به فروشگاه';
  if (method === 'GET') return html`<p><a class="button" href="${url}">${label}</a></p>`;
  const inputs = Object.entries(fields).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  return html`<form id="back" method="post" action="${url}" accept-charset="utf-8">${inputs}<button class="button">${label}</button></form>`;
}

/**
 * The page of a payment that can no longer be paid.
 * @param leaving whether the payer has just acted: then the page returns them by itself where JavaScript works.
 */
export function returnPage(
  { payment }: Pick<PayersPayment, 'payment'>,
  callback: Callback,
  leaving: boolean,
): string {
  return layout(
    outcomes[payment.state],
    html`<h1>${outcomes[payment.state]}</h1>
<p class="amount"><strong>${rials(payment.amount)}</strong><span>${inTomans(payment.amount)}</span></p>
<p>شماره سفارش: <bdi dir="ltr">${payment.order_id}</bdi></p>
${backToShop(callback)}
${leaving && callback.method === 'POST' ? html`<script src="/startpay/assets/return.js" defer></script>` : null}`,
  );
}

export function unknownPage(): string {
  return layout(
    'پرداخت یافت نشد',
    html`<h1>تراکنش یافت نشد</h1><p>آدرس این صفحه درست نیست. به فروشگاه بازگردید و دوباره تلاش کنید.</p>`,
  );
}
