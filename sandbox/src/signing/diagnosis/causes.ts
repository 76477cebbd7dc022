// Why a request's signature was refused: every cause that can be named, with what to do about it, in both languages.
import { servers, signing } from '../../../../generated/facts.ts';

interface BothLanguages {
  en: string;
  fa: string;
}

const { signature_header: signature, timestamp_header: timestamp, endpoint_prefix: prefix } = signing.request;
const tolerance = signing.tolerance_seconds;
const persianDigits = (value: number) => new Intl.NumberFormat('fa-IR', { useGrouping: false }).format(value);

const sendWhatYouSign = {
  en: 'Serialise the body once, sign that text, and send that text.',
  fa: 'بدنه را یک بار بسازید، همان متن را امضا کنید و همان را بفرستید.',
};

function ofBody(en: string, fa: string): BothLanguages {
  return { en: `${en} ${sendWhatYouSign.en}`, fa: `${fa} ${sendWhatYouSign.fa}` };
}

export const causes = {
  escaped_slash: ofBody(
    'Slashes were escaped (`\\/`) in what you signed and not in what you sent; json_encode of PHP does that.',
    'در متنی که امضا کرده‌اید `/` به شکل `\\/` است و در بدنه‌ای که رسیده نیست؛ کار `json_encode` در PHP است.',
  ),
  unescaped_slash: ofBody(
    'You sent escaped slashes (`\\/`) and signed plain ones.',
    'بدنه‌ای که رسیده `\\/` دارد، ولی متن امضاشده `/` ساده داشته است.',
  ),
  escaped_unicode: ofBody(
    'Characters beyond ASCII were escaped (`\\uXXXX`) in what you signed and not in what you sent.',
    'کاراکترهای فارسی در متن امضاشده به شکل `\\uXXXX` بوده‌اند و در بدنه‌ای که رسیده نیستند.',
  ),
  unescaped_unicode: ofBody(
    'You sent characters escaped (`\\uXXXX`) and signed them plain.',
    'بدنه‌ای که رسیده `\\uXXXX` دارد، ولی متن امضاشده خود کاراکترها را داشته است.',
  ),
  escaped_html: ofBody(
    '`<`, `>`, `&` or the like were escaped in what you signed and not in what you sent; the encoders of Go and C# do that.',
    'کاراکترهایی مانند `<` و `&` در متن امضاشده escape شده‌اند و در بدنه‌ای که رسیده نه؛ کار کدگذار Go و C# است.',
  ),
  unescaped_html: ofBody(
    'You sent `<`, `>`, `&` or the like escaped and signed them plain.',
    'بدنه‌ای که رسیده کاراکترهایی مانند `<` و `&` را escape کرده، ولی متن امضاشده نه.',
  ),
  added_blanks: ofBody(
    'There are blanks in what you signed that are not in what you sent; json.dumps of Python adds them.',
    'متن امضاشده فاصله‌هایی دارد که در بدنه‌ای که رسیده نیست؛ کار `json.dumps` در Python است.',
  ),
  removed_blanks: ofBody(
    'You sent blanks that were not in what you signed; an HTTP library that is given an object serialises it anew.',
    'بدنه‌ای که رسیده فاصله‌هایی دارد که در متن امضاشده نبوده است؛ کتابخانهٔ HTTP شیء را دوباره سریال کرده است.',
  ),
  key_order: ofBody(
    'The keys stood in another order in what you signed.',
    'ترتیب کلیدها در متن امضاشده با بدنه‌ای که رسیده فرق دارد.',
  ),
  body_reserialised: ofBody(
    'What you signed was made anew from the parsed body: numbers or doubled keys are spelt otherwise.',
    'متن امضاشده از بدنهٔ تجزیه‌شده دوباره ساخته شده و عددها یا کلیدهای تکراری در آن جور دیگری نوشته شده‌اند.',
  ),
  body_left_out: ofBody('You signed no body and sent one.', 'بدون بدنه امضا کرده‌اید، ولی بدنه فرستاده‌اید.'),
  body_for_none: {
    en: 'You sent no body and signed one, such as `{}`. Without a body its part is empty.',
    fa: 'بدنه‌ای نفرستاده‌اید، ولی چیزی مانند `{}` را امضا کرده‌اید. بدون بدنه، سهم آن در امضا خالی است.',
  },
  added_line_end: ofBody(
    'Blanks or a line end around the body differ between what you signed and what you sent.',
    'فاصله یا پایان خط در آغاز یا پایان بدنه میان متن امضاشده و فرستاده‌شده فرق دارد.',
  ),
  byte_order_mark: ofBody(
    'You signed a byte order mark before the body; write UTF-8 without one.',
    'پیش از بدنه نشانهٔ BOM را هم امضا کرده‌اید؛ UTF-8 را بدون آن بنویسید.',
  ),
  body_hashed: {
    en: 'You signed a hash of the body. The body itself is part of what is signed.',
    fa: 'چکیدهٔ بدنه را امضا کرده‌اید. خود بدنه باید در متن امضا باشد.',
  },
  endpoint_with_version: {
    en: `The endpoint begins after ${prefix} and does not contain it.`,
    fa: `مقدار endpoint پس از \`${prefix}\` آغاز می‌شود و خود آن را ندارد.`,
  },
  endpoint_with_leading_slash: {
    en: 'The endpoint has no slash at its beginning.',
    fa: 'مقدار endpoint در آغاز `/` ندارد.',
  },
  endpoint_with_trailing_slash: {
    en: 'The endpoint has no slash at its end.',
    fa: 'مقدار endpoint در پایان `/` ندارد.',
  },
  endpoint_with_query: {
    en: 'The query does not belong to the endpoint; cut it off before you sign.',
    fa: 'بخش query جزو endpoint نیست؛ پیش از امضا آن را جدا کنید.',
  },
  endpoint_with_host: {
    en: 'The endpoint is not the whole URL, only the path after the version.',
    fa: 'مقدار endpoint آدرس کامل نیست؛ فقط مسیر پس از نسخه است.',
  },
  endpoint_cut: {
    en: 'The endpoint is the whole path that travels, with the authority and what follows it.',
    fa: 'مقدار endpoint همهٔ مسیر است، با authority و هر چه پس از آن می‌آید.',
  },
  method_lower_case: {
    en: 'The method is signed in capitals.',
    fa: 'متد در متن امضا با حروف بزرگ نوشته می‌شود.',
  },
  separator: {
    en: `The parts are joined by "${signing.request.separator}".`,
    fa: `میان بخش‌ها «${signing.request.separator}» می‌آید.`,
  },
  timestamp_differs: {
    en: `You signed another time than ${timestamp} carries. Read the clock once and use that value for both.`,
    fa: `زمانی که امضا کرده‌اید همان مقدار \`${timestamp}\` نیست. ساعت را یک بار بخوانید و همان را در هر دو به کار ببرید.`,
  },
  timestamp_left_out: {
    en: 'The timestamp is missing from what you signed.',
    fa: 'زمان در متن امضاشده نیست.',
  },
  timestamp_milliseconds: {
    en: `${timestamp} is in whole seconds since 1970, not in milliseconds.`,
    fa: `مقدار \`${timestamp}\` ثانیهٔ کامل از ۱۹۷۰ است، نه میلی‌ثانیه.`,
  },
  timestamp_not_unix: {
    en: `${timestamp} must be whole Unix seconds in digits, such as 1767225600.`,
    fa: `مقدار \`${timestamp}\` باید زمان Unix (ثانیه) و فقط رقم باشد، مانند \`1767225600\`.`,
  },
  timestamp_local_time: {
    en: 'The difference is that of Tehran to UTC: you counted the local time as if it were UTC.',
    fa: 'اختلاف درست به اندازهٔ تهران با UTC است: ساعت محلی را به‌جای UTC گرفته‌اید.',
  },
  clock_skew: {
    en: `Your clock and this one differ by more than ${tolerance} seconds. Keep yours right by NTP; if the sandbox's clock was moved, follow it.`,
    fa: `ساعت شما بیش از ${persianDigits(tolerance)} ثانیه با این ساعت فرق دارد. آن را با NTP درست نگه دارید؛ اگر ساعت سندباکس را جابه‌جا کرده‌اید، با آن همراه شوید.`,
  },
  key_of_another_terminal: {
    en: 'You signed with the secret key of another terminal of this sandbox. Token and secret key belong together.',
    fa: 'با کلید مخفی ترمینال دیگری امضا کرده‌اید. توکن و کلید مخفی باید از یک ترمینال باشند.',
  },
  key_is_webhook_secret: {
    en: 'You signed with the secret of a webhook. Requests are signed with the secret key of the terminal.',
    fa: 'با کلید مخفی وب‌هوک امضا کرده‌اید. درخواست با کلید مخفی ترمینال امضا می‌شود.',
  },
  key_is_token: {
    en: 'You signed with the token. Requests are signed with the secret key of the terminal.',
    fa: 'با توکن امضا کرده‌اید. درخواست با کلید مخفی ترمینال امضا می‌شود.',
  },
  key_decoded: {
    en: 'You decoded the secret key before use. It is text: take its characters as they are.',
    fa: 'کلید مخفی را پیش از کاربرد رمزگشایی (decode) کرده‌اید. کلید متن است؛ کاراکترهایش را همان‌طور به کار ببرید.',
  },
  key_with_blanks: {
    en: 'There is a line end or a blank around your secret key; trim what you read from a file or the environment.',
    fa: 'در آغاز یا پایان کلید مخفی شما فاصله یا پایان خط هست؛ آنچه را از فایل یا محیط می‌خوانید trim کنید.',
  },
  upper_case_hex: {
    en: `${signature} is written in lower-case hexadecimal.`,
    fa: `مقدار \`${signature}\` هگزادسیمال با حروف کوچک است.`,
  },
  base64: {
    en: `${signature} is hexadecimal, not Base64.`,
    fa: `مقدار \`${signature}\` هگزادسیمال است، نه Base64.`,
  },
  signature_prefixed: {
    en: `${signature} is the hexadecimal alone, without anything before or after it.`,
    fa: `مقدار \`${signature}\` فقط هگزادسیمال است و چیزی پیش یا پس از آن نمی‌آید.`,
  },
  other_algorithm: {
    en: `The algorithm is ${signing.algorithm}; yours was another.`,
    fa: `الگوریتم ${signing.algorithm} است؛ الگوریتم شما چیز دیگری بوده است.`,
  },
  without_hmac: {
    en: `You hashed the text without a key, or with the key in front of it. The algorithm is ${signing.algorithm}.`,
    fa: `متن را بدون کلید، یا با چسباندن کلید به آن، چکیده کرده‌اید. الگوریتم ${signing.algorithm} است.`,
  },
  signature_missing: {
    en: `This terminal requires signatures, and ${signature} is missing.`,
    fa: `این ترمینال امضا می‌خواهد و هدر \`${signature}\` نیامده است.`,
  },
  timestamp_missing: {
    en: `This terminal requires signatures, and ${timestamp} is missing.`,
    fa: `این ترمینال امضا می‌خواهد و هدر \`${timestamp}\` نیامده است.`,
  },
  unknown: {
    en: `No usual mistake explains this signature. Compare, byte by byte, what you signed with what is shown here, and check that the secret key is the one of this terminal and environment (${servers.production} and ${servers.sandbox} have different ones).`,
    fa: 'هیچ اشتباه رایجی این امضا را توضیح نمی‌دهد. متن امضاشدهٔ خود را بایت به بایت با متنی که اینجا آمده بسنجید و ببینید کلید مخفی از همین ترمینال و همین محیط است (محیط عملیاتی و آزمایشی کلیدهای جدا دارند).',
  },
} as const satisfies Record<string, BothLanguages>;

export type Cause = keyof typeof causes;
