// The words of our own pages in both languages; guides and contract bring everything else.
import type { Language } from './languages.ts';

/** What the frame, the plain reference, the search and the downloads say. */
export interface Texts {
  menu: string;
  guides: string;
  reference: string;
  plainReference: string;
  downloads: string;
  changes: string;
  search: string;
  searchLabel: string;
  searchHint: string;
  searchNothing: string;
  searchWithoutScript: string;
  searchResults: string;
  onThisPage: string;
  startHere: string;
  nextGuide: string;
  previousGuide: string;
  version: string;
  code: string;
  table: string;
  output: string;
  openInteractive: string;
  homeLead: string;
  homeSteps: [string, string][];
  footer: string;
  // The plain reference
  operation: string;
  noToken: string;
  needsToken: string;
  signed: string;
  idempotencyRequired: string;
  idempotencyOptional: string;
  stated: string;
  fromExample: string;
  assumed: string;
  unlessMarked: string;
  governs: string;
  deprecated: string;
  required: string;
  path: string;
  query: string;
  header: string;
  parameters: string;
  name: string;
  type: string;
  meaning: string;
  requestBody: string;
  fields: string;
  field: string;
  example: string;
  samples: string;
  responses: string;
  response: string;
  headers: string;
  nextCalls: string;
  errors: string;
  limits: string;
  callback: string;
  rules: Record<
    | 'minimum'
    | 'maximum'
    | 'minLength'
    | 'maxLength'
    | 'minItems'
    | 'pattern'
    | 'enum'
    | 'const'
    | 'default'
    | 'format',
    string
  >;
  /** Around the values that an answer is known to have. */
  knownToday: string;
  othersMayCome: string;
  sensitive: string;
  // The catalogues
  codeNumber: string;
  http: string;
  message: string;
  whatToDo: string;
  filterErrors: string;
  limit: string;
  window: string;
  per: string;
  liftedBySignature: string;
  yes: string;
  no: string;
  perNames: Record<'token' | 'ip' | 'api-token', string>;
  seconds: string;
  event: string;
  testable: string;
  card: string;
  cvv2: string;
  expiry: string;
  outcome: string;
  state: string;
  status: string;
  next: string;
  final: string;
  decision: string;
  question: string;
  lines: string;
  dialect: string;
  dialects: string;
  otherwise: string;
  decisions: string;
  madeOf: string;
  laterVersion: string;
  chaos: Record<'title' | 'trouble' | 'acknowledged' | 'lost' | 'doubled' | 'owed' | 'delivered', string>;
  // Downloads and changes
  file: string;
  size: string;
  contents: string;
  howToUse: string;
  changesLead: string;
  noRelease: string;
  noChanges: string;
  impact: string;
  change: string;
  place: string;
  values: string;
  impacts: Record<'major' | 'minor' | 'patch', string>;
  kinds: Record<'added' | 'removed' | 'modified', string>;
}

export const texts: Record<Language, Texts> = {
  en: {
    menu: 'Menu',
    guides: 'Guides',
    reference: 'Interactive reference',
    plainReference: 'Plain reference',
    downloads: 'Downloads',
    changes: 'Changes',
    search: 'Search',
    searchLabel: 'Search guides and reference',
    searchHint: 'Search: an operation, a code, a word',
    searchNothing: 'Nothing found. Try another word, the code of an error or the name of a field.',
    searchWithoutScript: 'The search needs JavaScript. Everything it covers is here as well:',
    searchResults: 'Results',
    onThisPage: 'On this page',
    startHere: 'Start here',
    nextGuide: 'Next',
    previousGuide: 'Previous',
    version: 'Version',
    code: 'Code',
    table: 'Table',
    output: 'Prints',
    openInteractive: 'Open in the interactive reference',
    homeLead:
      'Take payments by Iranian bank cards: create a payment, send the payer to the bank, verify, deliver. These pages are made from one machine-readable contract, so that what you read is what a server has to keep.',
    homeSteps: [
      ['Create', 'Your server asks for a payment and stores its authority with the order.'],
      ['Pay', 'The payer goes to the bank’s page and comes back.'],
      ['Verify', 'Your server verifies with its own amount. Only then is the money yours.'],
    ],
    footer: 'Made from the contract, version',
    operation: 'Operation',
    noToken: 'no token',
    needsToken: 'token',
    signed: 'signed',
    idempotencyRequired: 'idempotency key required',
    idempotencyOptional: 'idempotency key optional',
    stated: 'stated',
    fromExample: 'from an example',
    assumed: 'assumed',
    unlessMarked: 'Where nothing else is said',
    governs: 'Places of the contract that rest on it',
    deprecated: 'deprecated',
    required: 'required',
    path: 'path',
    query: 'query',
    header: 'header',
    parameters: 'Parameters',
    name: 'Name',
    type: 'Type',
    meaning: 'Meaning',
    requestBody: 'Body of the request',
    fields: 'Fields',
    field: 'Field',
    example: 'Example',
    samples: 'Samples',
    responses: 'Answers',
    response: 'Answer',
    headers: 'Headers',
    nextCalls: 'What may follow',
    errors: 'Errors',
    limits: 'Rate limits',
    callback: 'Callback',
    rules: {
      minimum: 'at least',
      maximum: 'at most',
      minLength: 'characters, at least',
      maxLength: 'characters, at most',
      minItems: 'items, at least',
      pattern: 'pattern',
      enum: 'one of',
      const: 'always',
      default: 'if missing',
      format: 'format',
    },
    knownToday: 'known today:',
    othersMayCome: '; others may come',
    sensitive: 'never write it into a log',
    codeNumber: 'Code',
    http: 'HTTP',
    message: 'Message',
    whatToDo: 'What to do',
    filterErrors: 'Filter by code, type or word',
    limit: 'Requests',
    window: 'Window',
    per: 'Counted by',
    liftedBySignature: 'Lifted by a valid signature',
    yes: 'yes',
    no: 'no',
    perNames: { token: 'token', ip: 'IP address', 'api-token': 'X-API-Token' },
    seconds: 'seconds',
    event: 'Event',
    testable: 'Can be tested',
    card: 'Card',
    cvv2: 'CVV2',
    expiry: 'Expiry',
    outcome: 'What happens',
    state: 'Internal state',
    status: 'Public status',
    next: 'Can become',
    final: 'nothing more',
    decision: 'Decision',
    question: 'Question',
    lines: 'Lines of the published documentation',
    dialect: 'Dialect',
    dialects: 'Dialects',
    otherwise: 'What is otherwise',
    decisions: 'Decisions',
    madeOf: 'Made of',
    chaos: {
      title: 'What the sandbox survives',
      trouble: 'Trouble',
      acknowledged: 'Acknowledged payments',
      lost: 'Lost',
      doubled: 'Doubled',
      owed: 'Webhooks owed',
      delivered: 'Delivered',
    },
    laterVersion: 'What a later version could send: the documentation of today closes the list.',
    file: 'File',
    size: 'Size',
    contents: 'What it is',
    howToUse: 'How to use it',
    changesLead: 'What has changed in the contract since its last release, rated by semantic versioning.',
    noRelease: 'This is the first version; there is nothing to compare it with yet.',
    noChanges: 'Nothing has changed since the last release.',
    impact: 'Weight',
    change: 'Change',
    place: 'Where',
    values: 'Before and after',
    impacts: { major: 'breaking', minor: 'compatible', patch: 'without effect' },
    kinds: { added: 'added', removed: 'removed', modified: 'changed' },
  },
  fa: {
    menu: 'فهرست',
    guides: 'راهنماها',
    reference: 'مرجع تعاملی',
    plainReference: 'مرجع ساده',
    downloads: 'دریافت فایل‌ها',
    changes: 'تغییرات',
    search: 'جست‌وجو',
    searchLabel: 'جست‌وجو در راهنماها و مرجع',
    searchHint: 'نام عملیات، کد خطا یا یک واژه',
    searchNothing: 'چیزی پیدا نشد. واژهٔ دیگر، کد خطا یا نام فیلد را امتحان کنید.',
    searchWithoutScript: 'جست‌وجو به جاوااسکریپت نیاز دارد. همهٔ آنچه در آن هست، اینجا هم هست:',
    searchResults: 'نتیجه‌ها',
    onThisPage: 'در این صفحه',
    startHere: 'از اینجا شروع کنید',
    nextGuide: 'بعدی',
    previousGuide: 'قبلی',
    version: 'نسخهٔ',
    code: 'کد',
    table: 'جدول',
    output: 'خروجی',
    openInteractive: 'باز کردن در مرجع تعاملی',
    homeLead:
      'با کارت‌های بانکی ایران پول دریافت کنید: پرداخت را ایجاد کنید، پرداخت‌کننده را به صفحهٔ بانک بفرستید، تأیید بگیرید و کالا را تحویل دهید. همهٔ این صفحه‌ها از یک قرارداد API ماشین‌خوان ساخته شده‌اند؛ پس آنچه اینجا می‌خوانید همان است که سرور باید رعایت کند.',
    homeSteps: [
      ['ایجاد', 'سرور شما پرداختی می‌خواهد و شناسهٔ آن را کنار سفارش ذخیره می‌کند.'],
      ['پرداخت', 'پرداخت‌کننده به صفحهٔ بانک می‌رود و برمی‌گردد.'],
      ['تأیید', 'سرور شما با مبلغ خودش تأیید می‌گیرد. پول فقط از این لحظه مال شماست.'],
    ],
    footer: 'ساخته‌شده از روی قرارداد API، نسخهٔ',
    operation: 'عملیات',
    noToken: 'بدون توکن',
    needsToken: 'با توکن',
    signed: 'امضاشدنی',
    idempotencyRequired: 'کلید Idempotency لازم است',
    idempotencyOptional: 'کلید Idempotency اختیاری است',
    stated: 'گفته‌شده',
    fromExample: 'از یک نمونه',
    assumed: 'فرض ما',
    unlessMarked: 'هر جا چیز دیگری نیامده',
    governs: 'جاهایی از قرارداد API که بر این تصمیم استوارند',
    deprecated: 'منسوخ',
    required: 'الزامی',
    path: 'مسیر',
    query: 'query',
    header: 'هدر',
    parameters: 'پارامترها',
    name: 'نام',
    type: 'نوع',
    meaning: 'معنا',
    requestBody: 'بدنهٔ درخواست',
    fields: 'فیلدها',
    field: 'فیلد',
    example: 'نمونه',
    samples: 'نمونه‌کد',
    responses: 'پاسخ‌ها',
    response: 'پاسخ',
    headers: 'هدرها',
    nextCalls: 'گام‌های بعدی',
    errors: 'خطاها',
    limits: 'محدودیت نرخ درخواست',
    callback: 'بازگشت از درگاه (callback)',
    rules: {
      minimum: 'حداقل',
      maximum: 'حداکثر',
      minLength: 'تعداد کاراکتر، حداقل',
      maxLength: 'تعداد کاراکتر، حداکثر',
      minItems: 'تعداد، حداقل',
      pattern: 'الگو',
      enum: 'یکی از',
      const: 'همیشه',
      default: 'اگر نباشد',
      format: 'قالب',
    },
    knownToday: 'مقدارهای امروز:',
    othersMayCome: '؛ مقدارهای دیگری هم ممکن است اضافه شود',
    sensitive: 'در هیچ لاگی ننویسید',
    codeNumber: 'کد',
    http: 'وضعیت HTTP',
    message: 'پیام',
    whatToDo: 'چه باید کرد',
    filterErrors: 'جست‌وجو با کد، نوع یا یک واژه',
    limit: 'تعداد درخواست',
    window: 'بازه',
    per: 'شمارش بر اساس',
    liftedBySignature: 'با امضای معتبر برداشته می‌شود',
    yes: 'بله',
    no: 'نه',
    perNames: { token: 'توکن', ip: 'آدرس IP', 'api-token': 'X-API-Token' },
    seconds: 'ثانیه',
    event: 'رویداد',
    testable: 'قابل تست',
    card: 'شمارهٔ کارت',
    cvv2: 'CVV2',
    expiry: 'تاریخ انقضا',
    outcome: 'چه می‌شود',
    state: 'وضعیت داخلی',
    status: 'وضعیت عمومی',
    next: 'وضعیت‌های بعدی',
    final: 'پایان کار',
    decision: 'تصمیم',
    question: 'پرسش',
    lines: 'سطرهای مستندات منتشرشده',
    dialect: 'گویش',
    dialects: 'گویش‌ها',
    otherwise: 'چه چیزی فرق می‌کند',
    decisions: 'تصمیم‌ها',
    madeOf: 'ساخته‌شده از',
    chaos: {
      title: 'سندباکس از پس چه چیزهایی برمی‌آید',
      trouble: 'اتفاق',
      acknowledged: 'پرداخت‌های پاسخ‌گرفته',
      lost: 'گم‌شده',
      doubled: 'دوباره ثبت‌شده',
      owed: 'وب‌هوک‌هایی که باید برسد',
      delivered: 'رسیده',
    },
    laterVersion: 'آنچه نسخه‌ای بعدی ممکن است بفرستد؛ مستندات امروز این فهرست را بسته است.',
    file: 'فایل',
    size: 'حجم',
    contents: 'محتوا',
    howToUse: 'روش استفاده',
    changesLead:
      'آنچه از آخرین انتشار تا امروز در قرارداد API عوض شده است، با وزنی که نسخه‌گذاری معنایی به آن می‌دهد.',
    noRelease: 'این نسخهٔ نخست است و هنوز چیزی نیست که با آن مقایسه شود.',
    noChanges: 'از آخرین انتشار تا امروز چیزی عوض نشده است.',
    impact: 'وزن',
    change: 'تغییر',
    place: 'کجا',
    values: 'پیش و پس از تغییر',
    impacts: { major: 'ناسازگار', minor: 'سازگار', patch: 'بی‌اثر' },
    kinds: { added: 'افزوده شد', removed: 'حذف شد', modified: 'عوض شد' },
  },
};
