// What each check does, why it matters, and what to change when it fails, in both languages.
import { signing } from '../../../../generated/facts.ts';

export interface CheckText {
  title: string;
  done: string;
  why: string;
  change: string;
}

const { tolerance_seconds: tolerance } = signing;
const fa = new Intl.NumberFormat('fa-IR', { useGrouping: false });

export const checkTexts = {
  'honest-payment': {
    en: {
      title: 'An honest payment is verified and its order counts as paid',
      done: 'Ordered, paid with the test card for success, and returned with the true callback.',
      why: 'A shop that refuses everything would pass every attack; so the ordinary case comes first.',
      change:
        'Verify a payment with createVerification when its payer comes back, with authority, amount and order of your own record, and mark the order as paid.',
    },
    fa: {
      title: 'پرداخت درست تأیید می‌شود و سفارش پرداخت‌شده به شمار می‌آید',
      done: 'سفارش داده شد، با کارت تستی موفق پرداخت شد و callback راستین بازگشت.',
      why: 'فروشگاهی که همه چیز را رد کند از هر حمله‌ای سربلند بیرون می‌آید؛ پس نخست حالت عادی بررسی می‌شود.',
      change:
        'وقتی پرداخت‌کننده بازمی‌گردد، پرداخت را با createVerification و با authority، مبلغ و سفارشِ سوابق خودتان تأیید کنید و سفارش را پرداخت‌شده ثبت کنید.',
    },
  },
  'declined-payment': {
    en: {
      title: 'A declined payment leaves the order unpaid',
      done: 'Ordered, paid with the test card without money, and returned with the true callback.',
      why: 'Whoever delivers after a declined payment gives goods away.',
      change:
        'Mark an order as paid only after a verification that succeeded with your amount, a ref_id and a verified_at.',
    },
    fa: {
      title: 'پرداخت ناموفق سفارش را پرداخت‌نشده می‌گذارد',
      done: 'سفارش داده شد، با کارت تستی بدون موجودی پرداخت شد و callback راستین بازگشت.',
      why: 'فروشگاهی که پس از پرداخت ناموفق کالا بدهد، کالا را رایگان داده است.',
      change:
        'سفارش را فقط پس از تأیید موفق با مبلغ خودتان و با `ref_id` و `verified_at`، پرداخت‌شده ثبت کنید.',
    },
  },
  'forged-callback': {
    en: {
      title: 'An invented callback does not pay an order',
      done: 'Returned with 201, with 100 and with an unknown authority for an order that nobody had paid.',
      why: 'Anybody can send a callback: it is a form in the payer’s browser. If it is believed, everything is free.',
      change:
        'Believe nothing in the callback, not even 100. Load the payment by the authority that you stored and ask the gateway: createVerification, or getVerification after direct_verify. Only your amount with a ref_id and a verified_at is a proof.',
    },
    fa: {
      title: 'callback ساختگی سفارش را پرداخت‌شده نمی‌کند',
      done: 'برای سفارشی که هیچ‌کس پرداخت نکرده بود، callback با 201، با 100 و با authority ناشناس فرستاده شد.',
      why: 'هر کسی می‌تواند callback بفرستد؛ فرمی است در مرورگر پرداخت‌کننده. اگر باور شود همه چیز رایگان است.',
      change:
        'به هیچ چیز callback، حتی کد 100، اعتماد نکنید. پرداخت را با authority ذخیره‌شدهٔ خودتان پیدا کنید و از درگاه بپرسید: createVerification، یا پس از direct_verify ‏getVerification. فقط مبلغ خودتان همراه `ref_id` و `verified_at` مدرک است.',
    },
  },
  'another-orders-authority': {
    en: {
      title: 'The payment of one order does not pay another',
      done: 'Paid one order, and returned with its authority in the name of another, in every field and address that can name one.',
      why: 'An attacker pays something cheap and gets something dear.',
      change:
        'Find the order by the authority that you stored when you created the payment. Compare order_id and amount of the callback with that record, refuse what differs, and never take the order from the callback.',
    },
    fa: {
      title: 'پرداخت یک سفارش، سفارش دیگری را پرداخت‌شده نمی‌کند',
      done: 'یک سفارش پرداخت شد و authority آن به نام سفارش دیگری بازگشت؛ در هر فیلد و آدرسی که می‌تواند سفارش را نام ببرد.',
      why: 'مهاجم کالای ارزانی را می‌خرد و کالای گرانی را می‌گیرد.',
      change:
        'سفارش را با authority که هنگام ایجاد پرداخت ذخیره کرده‌اید پیدا کنید. `order_id` و مبلغ callback را با آن بسنجید، هر تفاوتی را رد کنید و سفارش را هرگز از callback برندارید.',
    },
  },
  'verified-payment-reused': {
    en: {
      title: 'A payment that is verified already pays nothing more',
      done: 'Returned with the authority of an order that had been paid and verified, in the name of an unpaid one. The gateway answers -21 to its verification.',
      why: 'Who treats -21 (verified before) as "paid" without looking further lets one receipt pay any number of orders.',
      change:
        'After -21 call getVerification and count the payment only for the order that its authority was created for, if the amount is yours and ref_id and verified_at have a value. Never mark another order because of it.',
    },
    fa: {
      title: 'پرداختی که تأیید شده، سفارش دیگری را پرداخت‌شده نمی‌کند',
      done: 'با authority سفارشی که پرداخت و تأیید شده بود، به نام سفارش پرداخت‌نشدهٔ دیگری بازگشت. درگاه به تأیید آن `-21` پاسخ می‌دهد.',
      why: 'هر که `-21` (پیش‌تر تأیید شده) را بی‌بررسی «پرداخت‌شده» بداند، با یک رسید هر تعداد سفارش پرداخت می‌شود.',
      change:
        'پس از `-21` ‏getVerification را بخوانید و پرداخت را فقط برای سفارشی بپذیرید که authority برای آن ایجاد شده، مبلغش همان است و `ref_id` و `verified_at` مقدار دارند. هرگز سفارش دیگری را به خاطر آن پرداخت‌شده نکنید.',
    },
  },
  'changed-amount': {
    en: {
      title: 'The amount of the callback is not used for the verification',
      done: 'Paid an order honestly, and returned with another amount.',
      why: 'The amount is sent so that the gateway can compare it with your record. Taken from the callback, it is the attacker’s amount, and nothing is compared.',
      change: 'Verify with the amount that you stored with the order.',
    },
    fa: {
      title: 'مبلغ callback در تأیید به کار نمی‌رود',
      done: 'سفارشی به‌درستی پرداخت شد و callback با مبلغ دیگری بازگشت.',
      why: 'مبلغ را می‌فرستید تا درگاه آن را با سوابق شما بسنجد. اگر از callback برداشته شود مبلغِ مهاجم است و چیزی سنجیده نمی‌شود.',
      change: 'با مبلغی تأیید کنید که همراه سفارش ذخیره کرده‌اید.',
    },
  },
  'toman-for-rial': {
    en: {
      title: 'Amounts are rials on every way',
      done: 'Returned with a tenth and with ten times the amount, looked at the amounts of the verifications, and compared the price with that of the created payment.',
      why: 'A price in toman that is sent as it stands takes a tenth of the money; a comparison that forgives a factor of ten lets an attacker do the same.',
      change: 'Keep amounts as whole rials, convert once where prices are entered, and compare exactly.',
    },
    fa: {
      title: 'مبلغ‌ها همه جا ریال‌اند',
      done: 'callback با یک‌دهم و با ده برابر مبلغ بازگشت، مبلغ تأییدها بررسی شد و قیمت با مبلغ پرداخت ایجادشده سنجیده شد.',
      why: 'قیمت تومانی که همان‌طور فرستاده شود یک‌دهم پول را می‌گیرد؛ مقایسه‌ای که ضریب ده را می‌بخشد همین را به دست مهاجم می‌دهد.',
      change: 'مبلغ را به ریال و عدد صحیح نگه دارید، یک بار هنگام ورود قیمت تبدیل کنید و دقیق بسنجید.',
    },
  },
  'callback-after-cancel': {
    en: {
      title: 'A cancelled payment cannot be revived by a callback',
      done: 'Cancelled on the payer’s page, returned with the true callback, and then with invented ones of success.',
      why: 'Whoever cancels has not paid; the second callback comes from nobody but an attacker.',
      change: 'Verify after every callback, and count only what the gateway confirms.',
    },
    fa: {
      title: 'پرداخت لغوشده با callback زنده نمی‌شود',
      done: 'در صفحهٔ پرداخت لغو شد، callback راستین بازگشت و سپس callbackهای ساختگی موفق فرستاده شد.',
      why: 'کسی که لغو کرده پولی نداده است؛ callback دوم فقط از مهاجم می‌آید.',
      change: 'پس از هر callback تأیید کنید و فقط آنچه را درگاه تأیید کرده بپذیرید.',
    },
  },
  'forged-failure': {
    en: {
      title: 'An invented failure does not lose a true payment',
      done: 'Returned with -1 before the payment, then paid, and returned with the true callback.',
      why: 'Anybody can send -1 as well. A shop that closes the order for it takes the money and delivers nothing.',
      change:
        'Do not close an order because of a callback. After -1 ask the gateway, and let an open payment stay open.',
    },
    fa: {
      title: 'خبر ساختگی شکست، پرداخت راستین را از بین نمی‌برد',
      done: 'پیش از پرداخت callback با `-1` فرستاده شد، سپس پرداخت انجام شد و callback راستین بازگشت.',
      why: 'هر کسی می‌تواند `-1` هم بفرستد. فروشگاهی که سفارش را با آن ببندد پول را می‌گیرد و کالا را نمی‌دهد.',
      change: 'سفارش را به خاطر callback نبندید. پس از `-1` از درگاه بپرسید و پرداخت باز را باز بگذارید.',
    },
  },
  'doubled-callback': {
    en: {
      title: 'A reloaded callback still shows a success',
      done: 'Returned twice with the true callback of one payment.',
      why: 'Payers reload pages. The second verification answers -21; who shows that as a failure makes them pay again.',
      change:
        'After -21, and for an order that is paid already, look the payment up with getVerification, and show the success if it has your amount, a ref_id and a verified_at.',
    },
    fa: {
      title: 'callback دوباره هم موفقیت را نشان می‌دهد',
      done: 'callback راستین یک پرداخت دو بار بازگشت.',
      why: 'پرداخت‌کننده صفحه را تازه می‌کند. تأیید دوم `-21` می‌گیرد؛ اگر شکست نشان داده شود دوباره پول می‌دهد.',
      change:
        'پس از `-21`، و برای سفارشی که پرداخت شده، پرداخت را با getVerification بپرسید و اگر مبلغ شما، `ref_id` و `verified_at` را داشت موفقیت را نشان دهید.',
    },
  },
  'delivered-once': {
    en: {
      title: 'Five callbacks at once deliver once',
      done: 'Returned five times at the same moment with the true callback of one payment.',
      why: 'Between "is it paid?" and "mark it as paid" another request can do the same, and goods leave twice.',
      change:
        'Mark the order as paid in one conditional update (`… WHERE status <> paid`) and deliver only if it changed a row.',
    },
    fa: {
      title: 'پنج callback هم‌زمان یک بار تحویل می‌دهند',
      done: 'callback راستین یک پرداخت پنج بار در یک لحظه بازگشت.',
      why: 'میان «پرداخت شده؟» و «پرداخت‌شده ثبت کن» درخواست دیگری همان کار را می‌کند و کالا دو بار می‌رود.',
      change:
        'سفارش را با یک به‌روزرسانی شرطی (`… WHERE status <> paid`) پرداخت‌شده کنید و فقط اگر سطری تغییر کرد تحویل دهید.',
    },
  },
  'webhook-genuine': {
    en: {
      title: 'A genuine webhook is taken',
      done: 'Sent `payment.completed` of a verified payment, signed as the gateway signs.',
      why: 'A receiver that refuses everything would pass every attack; so the ordinary case comes first.',
      change:
        'Check the signature over the compact JSON of `data` from the raw body, with the secret of the webhook, and answer 2xx.',
    },
    fa: {
      title: 'وب‌هوک راستین پذیرفته می‌شود',
      done: 'رویداد `payment.completed` یک پرداخت تأییدشده با امضای درگاه فرستاده شد.',
      why: 'گیرنده‌ای که همه چیز را رد کند از هر حمله‌ای سربلند بیرون می‌آید؛ پس نخست حالت عادی بررسی می‌شود.',
      change: 'امضا را روی JSON فشردهٔ `data` از بدنهٔ خام و با کلید مخفی وب‌هوک بسنجید و 2xx پاسخ دهید.',
    },
  },
  'webhook-unsigned': {
    en: {
      title: 'An unsigned webhook is refused',
      done: 'Sent `payment.completed` for an unpaid order without a signature, with an empty one, and with one in the body alone.',
      why: '"No signature, so nothing to check" lets everybody who knows the address report payments.',
      change: 'Answer 401 when the header X-Webhook-Signature is missing or empty.',
    },
    fa: {
      title: 'وب‌هوک بی‌امضا رد می‌شود',
      done: 'رویداد `payment.completed` برای سفارش پرداخت‌نشده بی‌امضا، با امضای خالی و با امضا فقط در بدنه فرستاده شد.',
      why: '«امضا ندارد، پس چیزی برای سنجیدن نیست» یعنی هر که آدرس را بداند می‌تواند پرداخت گزارش کند.',
      change: 'اگر هدر `X-Webhook-Signature` نیامده یا خالی است 401 پاسخ دهید.',
    },
  },
  'webhook-wrong-signature': {
    en: {
      title: 'A wrongly signed webhook is refused',
      done: 'Sent `payment.completed` for an unpaid order, signed with other secrets, and with a true signature of other data.',
      why: 'The signature is the only proof that an event comes from the gateway and says what it said.',
      change:
        'Compute the HMAC over the `data` that came, compare in constant time, and answer 401 when it differs.',
    },
    fa: {
      title: 'وب‌هوک با امضای نامعتبر رد می‌شود',
      done: 'رویداد `payment.completed` برای سفارش پرداخت‌نشده با کلیدهای دیگر و با امضای راستینِ دادهٔ دیگری فرستاده شد.',
      why: 'امضا تنها گواه آن است که رویداد از درگاه آمده و محتوایش همان است.',
      change: 'HMAC را روی همان `data` که رسیده حساب کنید، در زمان ثابت بسنجید و اگر فرق داشت 401 پاسخ دهید.',
    },
  },
  'webhook-malformed': {
    en: {
      title: 'A malformed webhook is refused without an exception',
      done: 'Sent signatures that are too short, too long, no hexadecimal and doubled, and bodies that are broken, empty and without data.',
      why: 'timingSafeEqual throws on unequal lengths and JSON.parse on broken text. Each is a 500, or the end of the process, that anybody can cause.',
      change: 'Check presence, form and length before you compare, catch errors of parsing, and answer 401.',
    },
    fa: {
      title: 'وب‌هوک ناقص بدون استثنا رد می‌شود',
      done: 'امضاهای کوتاه، بلند، غیرهگزادسیمال و تکراری، و بدنه‌های خراب، خالی و بدون data فرستاده شد.',
      why: '`timingSafeEqual` با طول نابرابر و `JSON.parse` با متن خراب استثنا می‌دهند. هر کدام یک 500 یا پایان برنامه است که هر کسی می‌تواند پدید آورد.',
      change: 'پیش از سنجیدن، بودن و شکل و طول امضا را ببینید، خطای تجزیه را بگیرید و 401 پاسخ دهید.',
    },
  },
  'webhook-stale': {
    en: {
      title: 'A webhook with an old or future timestamp is refused',
      done: `Sent a truly signed event whose X-Webhook-Timestamp is more than ${tolerance} seconds off, in both directions.`,
      why: 'Who has once seen an event could send it again for ever.',
      change: `Refuse with 401 what is more than ${tolerance} seconds off; the gateway makes the header anew for each attempt.`,
    },
    fa: {
      title: 'وب‌هوک با زمان کهنه یا آینده رد می‌شود',
      done: `رویدادی با امضای راستین فرستاده شد که \`X-Webhook-Timestamp\` آن در هر دو سو بیش از ${fa.format(tolerance)} ثانیه فاصله داشت.`,
      why: 'هر که یک بار رویدادی را دیده باشد می‌تواند همیشه دوباره بفرستدش.',
      change: `هر چه بیش از ${fa.format(tolerance)} ثانیه فاصله دارد با 401 رد کنید؛ درگاه این هدر را برای هر تلاش تازه می‌کند.`,
    },
  },
  'webhook-replayed': {
    en: {
      title: 'A repeated webhook is handled once',
      done: 'Sent one event three times: twice under its id, and once under another with the same signed data.',
      why: 'The gateway delivers at least once, and an attacker can put a new id on old data, since the id is not signed.',
      change:
        'Remember X-Webhook-ID, and the pair of object and outcome, in one atomic step before you act. Answer 2xx to repetitions.',
    },
    fa: {
      title: 'وب‌هوک تکراری یک بار رسیدگی می‌شود',
      done: 'یک رویداد سه بار فرستاده شد: دو بار با شناسهٔ خودش و یک بار با شناسهٔ دیگر و همان دادهٔ امضاشده.',
      why: 'درگاه هر رویداد را حداقل یک بار می‌فرستد و مهاجم می‌تواند روی دادهٔ کهنه شناسهٔ تازه بگذارد، چون شناسه امضا نشده است.',
      change:
        '`X-Webhook-ID` و جفتِ موضوع و نتیجه را پیش از هر کاری در یک گام اتمی به خاطر بسپارید. به تکرارها 2xx پاسخ دهید.',
    },
  },
  'webhook-renamed': {
    en: {
      title: 'An event that was renamed pays nothing',
      done: 'Sent the truly signed data of `payment.created` of an unpaid order under the name `payment.completed`.',
      why: 'Only `data` is signed, not the name of the event.',
      change:
        'Take an event as a hint: check that header, body and `data.status` agree, and ask getPayment before you act on it.',
    },
    fa: {
      title: 'رویدادی که نامش عوض شده چیزی را پرداخت‌شده نمی‌کند',
      done: 'دادهٔ امضاشدهٔ `payment.created` یک سفارش پرداخت‌نشده با نام `payment.completed` فرستاده شد.',
      why: 'فقط `data` امضا شده است، نه نام رویداد.',
      change:
        'رویداد را فقط نشانه بدانید: ببینید هدر و بدنه و `data.status` با هم می‌خوانند و پیش از هر کاری getPayment را بپرسید.',
    },
  },
} as const satisfies Record<string, Record<'en' | 'fa', CheckText>>;

export type CheckId = keyof typeof checkTexts;
export type Language = 'en' | 'fa';
