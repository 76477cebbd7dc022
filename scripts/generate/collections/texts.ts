// What the collections say themselves, in both languages; all other prose comes from the flows and the document.
import type { Language } from '../../../foundation/reader/paths.ts';

export interface Texts {
  title: string;
  baseUrlDescription: string;
  secretKeyDescription: string;
  /** How to run the collection, in Markdown. */
  introduction: string;
  /** How to run a file of requests, and where its variables stand. */
  fileIntroduction: string;
  signedTitle: string;
  signing: string;
  /** Why nothing was sent; `{name}` is the variable. */
  empty: string;
  notYet: string;
  production: string;
}

/** The texts of each language. */
export const texts: Record<Language, Texts> = {
  en: {
    title: 'IranDargah: the flows of a shop',
    baseUrlDescription: 'Where the API is. The sandbox of this project, never the gateway itself.',
    secretKeyDescription:
      'The secret key of the terminal. Requests are signed when it is filled in; without one they go unsigned.',
    introduction: [
      'Every folder is one flow, made from the contract: run it from its first request to its last. What an answer',
      'brings (authority, keys) is carried into the next request, and every answer is tested. Refusals that belong to',
      'a flow are expected there, such as the second verification of a payment.',
      '',
      'Start the sandbox (`npm run sandbox`) and put the token that it prints into the variable `token`. For the flow',
      'of a signed request, and to have everything signed, put its secret key into `secret_key`.',
      '',
      'Requests to `/_sandbox/` stand for the payer and the bank. They exist in that sandbox alone.',
    ].join('\n'),
    fileIntroduction:
      'Run the requests from the first to the last. Put your token into a file http-client.private.env.json beside this one, as { "sandbox": { "token": "…" } }, or pass it to httpyac by --var. Files that sign need "secret_key" there as well.',
    signedTitle: 'signed',
    signing: 'Signs the request with the secret key: exactly the body that is sent.',
    empty: 'Nothing was sent: the variable "{name}" is empty.',
    notYet:
      'Nothing was sent: "{name}" has no value yet. Run the flow from its first request; if you did, an earlier one failed.',
    production:
      'Nothing was sent: these flows make payments and pay them with test cards, so they are for a sandbox, never for production.',
  },
  fa: {
    title: 'ایران‌درگاه: جریان‌های یک فروشگاه',
    baseUrlDescription: 'آدرس API؛ یعنی سندباکس همین پروژه و هرگز خود درگاه.',
    secretKeyDescription:
      'کلید مخفی ترمینال. اگر پر باشد درخواست‌ها امضا می‌شوند و اگر خالی باشد بی‌امضا فرستاده می‌شوند.',
    introduction: [
      'هر پوشه یک جریان است که از روی قرارداد API ساخته شده؛ آن را از نخستین درخواست تا آخری اجرا کنید. آنچه هر پاسخ',
      'می‌آورد (شناسهٔ تراکنش، کلیدها) به درخواست بعدی برده می‌شود و همهٔ پاسخ‌ها آزموده می‌شوند. خطایی که جزئی از جریان است',
      'همان‌جا انتظار می‌رود؛ مثل تأیید دوم یک پرداخت.',
      '',
      'سندباکس را راه بیندازید (`npm run sandbox`) و توکنی را که چاپ می‌کند در متغیر `token` بگذارید. برای جریان درخواست',
      'امضاشده، و برای اینکه همه چیز امضا شود، کلید مخفی آن را در `secret_key` بگذارید.',
      '',
      'درخواست‌های `/_sandbox/` جای پرداخت‌کننده و بانک را می‌گیرند و فقط در همان سندباکس وجود دارند.',
    ].join('\n'),
    fileIntroduction:
      'درخواست‌ها را به ترتیب اجرا کنید. فایل http-client.private.env.json را کنار همین فایل با محتوای { "sandbox": { "token": "…" } } بسازید یا توکن خود را با --var به httpyac بدهید. فایل‌های امضادار به "secret_key" هم نیاز دارند.',
    signedTitle: 'با امضا',
    signing: 'درخواست را با کلید مخفی امضا می‌کند؛ دقیقاً همان بدنه‌ای که فرستاده می‌شود.',
    empty: 'چیزی فرستاده نشد: متغیر «{name}» خالی است.',
    notYet:
      'چیزی فرستاده نشد: «{name}» هنوز مقداری ندارد. جریان را از نخستین درخواست اجرا کنید؛ اگر کرده‌اید، یکی از درخواست‌های پیشین ناموفق بوده است.',
    production:
      'چیزی فرستاده نشد: این جریان‌ها پرداخت ایجاد می‌کنند و با کارت تستی می‌پردازند؛ پس برای محیط آزمایشی‌اند و هرگز برای محیط عملیاتی.',
  },
};
