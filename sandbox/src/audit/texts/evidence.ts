// What the audit has seen, and why it could not look, as sentences with {blanks} in both languages.
import { startCommand } from '../../core/command-name.ts';
import type { Language } from './checks.ts';

/** The sentences by name. */
export const evidence = {
  honest_paid: { en: 'The order counts as paid.', fa: 'سفارش پرداخت‌شده است.' },
  honest_unpaid: {
    en: 'The order does not count as paid; the callback was answered with HTTP {status}.',
    fa: 'سفارش پرداخت‌شده نیست؛ پاسخ callback ‏HTTP {status} بود.',
  },
  honest_refused: {
    en: 'The gateway refused the verification with code {code}; the callback was answered with HTTP {status}.',
    fa: 'درگاه تأیید را با کد {code} رد کرد؛ پاسخ callback ‏HTTP {status} بود.',
  },
  stayed_unpaid: {
    en: 'The order stayed unpaid (HTTP {status}).',
    fa: 'سفارش پرداخت‌نشده ماند (HTTP {status}).',
  },
  became_paid: {
    en: 'The order counts as paid, and nobody has paid it (HTTP {status}).',
    fa: 'سفارش پرداخت‌شده به شمار آمد، در حالی که هیچ‌کس آن را پرداخت نکرده است (HTTP {status}).',
  },
  status_needed: {
    en: 'The answers do not tell whether the order counts as paid. Give --order-status-url.',
    fa: 'پاسخ‌ها نشان نمی‌دهند سفارش پرداخت‌شده به شمار می‌آید یا نه. `--order-status-url` را بدهید.',
  },
  verified_with_brought_amount: {
    en: 'The shop verified with {amount}, which the callback had brought, instead of its own {own}.',
    fa: 'فروشگاه به‌جای {own} خودش، با {amount} که callback آورده بود تأیید کرد.',
  },
  verified_with_other_amount: {
    en: 'The shop verified with {amount} instead of its own {own}; the callback had brought {brought}.',
    fa: 'فروشگاه به‌جای {own} خودش با {amount} تأیید کرد؛ callback مبلغ {brought} را آورده بود.',
  },
  verified_with_own_amount: {
    en: 'The callback brought {brought}; the shop verified with its own {own}.',
    fa: 'callback مبلغ {brought} را آورد؛ فروشگاه با {own} خودش تأیید کرد.',
  },
  not_verified: {
    en: 'The callback brought {brought}; the shop answered HTTP {status} and verified nothing.',
    fa: 'callback مبلغ {brought} را آورد؛ فروشگاه HTTP {status} پاسخ داد و چیزی را تأیید نکرد.',
  },
  price_needed: {
    en: 'Whether the price itself is in rials is not known. Give --price-rials with what the order costs.',
    fa: 'معلوم نیست خود قیمت به ریال است. بهای سفارش را با `--price-rials` بدهید.',
  },
  price_in_rials: {
    en: 'The payment was created with {amount} rials, as it should be.',
    fa: 'پرداخت با {amount} ریال ایجاد شد، همان‌طور که باید.',
  },
  price_in_toman: {
    en: 'The payment was created with {amount}, a tenth of the {price} rials that the order costs.',
    fa: 'پرداخت با {amount} ایجاد شد که یک‌دهم {price} ریال بهای سفارش است.',
  },
  price_differs: {
    en: 'The payment was created with {amount} rials; the order costs {price}.',
    fa: 'پرداخت با {amount} ریال ایجاد شد؛ بهای سفارش {price} است.',
  },
  paid_all_the_same: { en: 'The order counts as paid afterwards.', fa: 'سفارش پس از آن پرداخت‌شده است.' },
  payment_lost: {
    en: 'The payer has paid, and the order does not count as paid (HTTP {status}).',
    fa: 'پرداخت‌کننده پول داده و سفارش پرداخت‌شده نیست (HTTP {status}).',
  },
  still_paid: {
    en: 'The order still counts as paid, and the payer is told so.',
    fa: 'سفارش همچنان پرداخت‌شده است و پرداخت‌کننده همین را می‌بیند.',
  },
  no_longer_paid: {
    en: 'The order no longer counts as paid.',
    fa: 'سفارش دیگر پرداخت‌شده به شمار نمی‌آید.',
  },
  payer_told_failure: {
    en: 'The payer was told of a failure the second time (HTTP {status}).',
    fa: 'بار دوم به پرداخت‌کننده شکست نشان داده شد (HTTP {status}).',
  },
  delivered_times: { en: 'Delivered {deliveries} time(s).', fa: 'تحویل {deliveries} بار انجام شد.' },
  deliveries_needed: {
    en: 'How often it was delivered is not known. Let the order status say `deliveries` as a number.',
    fa: 'معلوم نیست چند بار تحویل داده شد. وضعیت سفارش `deliveries` را به عدد بگوید.',
  },
  webhook_taken: { en: 'Answered with HTTP {status}.', fa: 'پاسخ HTTP {status} بود.' },
  genuine_webhook_refused: {
    en: 'A genuine event was answered with HTTP {status} (0: no answer). Does the shop use the printed webhook secret?',
    fa: 'پاسخ رویداد راستین HTTP {status} بود (0: بی‌پاسخ). آیا فروشگاه کلید مخفی چاپ‌شدهٔ وب‌هوک را به کار می‌برد؟',
  },
  webhook_refused: { en: 'Refused with HTTP {status}.', fa: 'با HTTP {status} رد شد.' },
  webhook_accepted: { en: 'Accepted with HTTP {status}.', fa: 'با HTTP {status} پذیرفته شد.' },
  webhook_crashed: {
    en: 'The receiver failed: HTTP {status} (0: no answer).',
    fa: 'گیرنده از کار افتاد: HTTP {status} (0: بی‌پاسخ).',
  },
  webhook_not_handled_again: {
    en: 'The shop did nothing at the gateway the second time.',
    fa: 'فروشگاه بار دوم کاری در درگاه نکرد.',
  },
  no_webhook_url: {
    en: 'Not carried out: give --webhook-url.',
    fa: 'انجام نشد: `--webhook-url` را بدهید.',
  },
  foundation_failed: {
    en: 'Not carried out: the honest case does not work, so a refusal would prove nothing.',
    fa: 'انجام نشد: حالت درست کار نمی‌کند، پس رد کردن چیزی را ثابت نمی‌کند.',
  },
  sandbox_unreachable: {
    en: `The sandbox at {url} does not answer. Start it with \`${startCommand}\`.`,
    fa: `سندباکس در {url} پاسخ نمی‌دهد. آن را با \`${startCommand}\` راه بیندازید.`,
  },
  sandbox_refuses_token: {
    en: 'The sandbox at {url} does not know the token. Give --token with that of the shop’s terminal.',
    fa: 'سندباکس در {url} توکن را نمی‌شناسد. توکن ترمینال فروشگاه را با `--token` بدهید.',
  },
  sandbox_without_control: {
    en: 'The control API of {url} refused: {answer}. The audit needs a sandbox that listens on this machine alone.',
    fa: 'رابط کنترل {url} نپذیرفت: {answer}. بازرسی به سندباکسی نیاز دارد که فقط روی همین دستگاه گوش می‌دهد.',
  },
  nobody_ordered: {
    en: 'No order was begun in time. Use the printed settings in your shop, and see --wait and --checkout-url.',
    fa: 'در مهلت مقرر سفارشی آغاز نشد. تنظیمات چاپ‌شده را در فروشگاه به کار ببرید و `--wait` و `--checkout-url` را ببینید.',
  },
  checkout_unreachable: {
    en: '{url} does not answer. Start your shop with the printed settings.',
    fa: '{url} پاسخ نمی‌دهد. فروشگاه را با تنظیمات چاپ‌شده راه بیندازید.',
  },
  checkout_leads_elsewhere: {
    en: '{url} leads to {target}, and no payment was created at this sandbox. Start your shop with the printed settings.',
    fa: '{url} به {target} می‌رود و در این سندباکس پرداختی ایجاد نشد. فروشگاه را با تنظیمات چاپ‌شده راه بیندازید.',
  },
  checkout_creates_nothing: {
    en: 'A POST to {url} was answered with HTTP {status} and created no payment at this sandbox. Check --checkout-url and --checkout-body, and that the shop uses the printed settings.',
    fa: 'پاسخ POST به {url} ‏HTTP {status} بود و در این سندباکس پرداختی ایجاد نشد. `--checkout-url` و `--checkout-body` و تنظیمات فروشگاه را ببینید.',
  },
  payment_refused: {
    en: 'The gateway refused the shop’s payment with HTTP {status}: {answer}',
    fa: 'درگاه پرداخت فروشگاه را با HTTP {status} رد کرد: {answer}',
  },
  callback_differs: {
    en: 'The shop told the gateway to return to {sent}, and not to {told}. Give the shop’s own address with --callback-url.',
    fa: 'فروشگاه آدرس بازگشت {sent} را به درگاه داده است، نه {told}. آدرس خود فروشگاه را با `--callback-url` بدهید.',
  },
  status_unreadable: {
    en: '{url} answered HTTP {status} without JSON that has a text `status`, or `paid` as true or false. It must answer 200 with {"status": "paid"}, or another word while unpaid.',
    fa: '{url} ‏HTTP {status} پاسخ داد و JSON دارای متن `status`، یا `paid` به‌صورت true و false، نداشت. باید 200 و {"status": "paid"} یا تا پیش از پرداخت واژهٔ دیگری بدهد.',
  },
  paid_from_the_start: {
    en: 'The order status says `paid` for an order that was only just begun. Check --order-status-url.',
    fa: 'وضعیت سفارشی که تازه آغاز شده `paid` است. `--order-status-url` را ببینید.',
  },
  shop_ended: {
    en: 'The shop’s command ended before its first order. It said last:\n{output}',
    fa: 'فرمان فروشگاه پیش از نخستین سفارش پایان یافت. آخرین خروجی آن:\n{output}',
  },
} as const satisfies Record<string, Record<Language, string>>;

export type EvidenceName = keyof typeof evidence;

/** @returns the sentence with its blanks filled in. */
export function evidenceText(
  name: EvidenceName,
  values: Record<string, string | number>,
  language: Language,
): string {
  return evidence[name][language].replaceAll(/\{(\w+)\}/g, (blank, key: string) =>
    String(values[key] ?? blank),
  );
}
