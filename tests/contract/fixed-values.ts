// Every value that never changes, by hand: what a success says, what an error says, what an event is called.
import type { Rule } from './rule.ts';

/** What each operation answers in a success: its HTTP status, `message` and `status_code` (null: it has none). */
export const successes: Record<string, { status: number; message: string | null; code: 100 | 200 | null }> = {
  getIdempotencyKey: { status: 200, message: null, code: null },
  createPayment: { status: 200, message: 'تراکنش با موفقیت ایجاد شد', code: 100 },
  getPayment: { status: 200, message: 'اطلاعات تراکنش با موفقیت دریافت شد', code: 200 },
  cancelPayment: { status: 200, message: 'پرداخت با موفقیت لغو شد', code: 200 },
  createVerification: { status: 200, message: 'تراکنش با موفقیت تأیید شد', code: 200 },
  getVerification: { status: 200, message: 'اطلاعات تراکنش با موفقیت دریافت شد', code: 200 },
  retryVerification: { status: 200, message: 'تأیید مجدد با موفقیت انجام شد', code: 200 },
  listTransactions: { status: 200, message: null, code: null },
  getTransaction: { status: 200, message: null, code: null },
  createRefund: { status: 200, message: 'عملیات با موفقیت انجام شد', code: 200 },
  subscribeWebhook: { status: 201, message: 'Webhook subscription created successfully', code: null },
  listWebhookEvents: { status: 200, message: null, code: null },
  unsubscribeWebhook: { status: 200, message: 'Webhook unsubscribed successfully', code: null },
  testWebhook: { status: 200, message: 'Webhook test completed', code: null },
  getDailyReport: { status: 200, message: null, code: null },
  getMonthlyReport: { status: 200, message: null, code: null },
  prepareRequest: { status: 200, message: null, code: null },
};

const validation = 'خطا در اعتبارسنجی ورودی';

/** Each error by the name of its schema. The code -2 has three faces (decision 25). */
export const errors: Record<string, { http: number; code: number; type: string; message: string }> = {
  ErrorValidation: { http: 422, code: -2, type: 'validation_error', message: validation },
  ErrorMalformedBody: { http: 400, code: -2, type: 'validation_error', message: validation },
  ErrorStateForbids: { http: 400, code: -2, type: 'business_logic_error', message: validation },
  ErrorAlreadyVerified: {
    http: 400,
    code: -21,
    type: 'business_logic_error',
    message: 'تراکنش قبلاً تأیید شده است',
  },
  ErrorInternal: { http: 500, code: -31, type: 'server_error', message: 'خطای داخلی سرور' },
  ErrorTransactionNotFound: {
    http: 404,
    code: -33,
    type: 'business_logic_error',
    message: 'تراکنش یافت نشد',
  },
  ErrorCredentialsMissing: {
    http: 401,
    code: -50,
    type: 'authentication_error',
    message: 'اطلاعات احراز هویت یافت نشد',
  },
  ErrorCredentialsInvalid: {
    http: 401,
    code: -51,
    type: 'authentication_error',
    message: 'اطلاعات احراز هویت نامعتبر است',
  },
  ErrorIpNotAllowed: {
    http: 403,
    code: -52,
    type: 'authorization_error',
    message: 'آدرس IP در لیست مجاز نیست',
  },
  ErrorTerminalInactive: {
    http: 403,
    code: -53,
    type: 'authorization_error',
    message: 'ترمینال غیرفعال یا تحت بررسی است',
  },
  ErrorRateLimited: {
    http: 429,
    code: -54,
    type: 'rate_limit_error',
    message: 'تعداد درخواستها بیش از حد مجاز است',
  },
  ErrorSignatureMissing: {
    http: 401,
    code: -101,
    type: 'authentication_error',
    message: 'هدرهای امضا ارسال نشده',
  },
  ErrorTimestampInvalid: {
    http: 401,
    code: -102,
    type: 'authentication_error',
    message: 'timestamp درخواست نامعتبر یا منقضی است',
  },
  ErrorSignatureInvalid: {
    http: 401,
    code: -103,
    type: 'authentication_error',
    message: 'امضای درخواست نامعتبر است',
  },
  ErrorUnexpected: { http: 500, code: -500, type: 'server_error', message: 'خطای غیرمنتظره در سرور' },
  ErrorBankUnavailable: { http: 500, code: 996, type: 'gateway_error', message: 'سرویس در دسترس نیست' },
};

/** The names of the webhook events. */
export const events = [
  'payment.created',
  'payment.completed',
  'payment.failed',
  'payment.cancelled',
  'payment.reversed',
  'verification.completed',
  'verification.failed',
  'refund.created',
  'refund.completed',
  'settlement.created',
  'settlement.completed',
  'settlement.failed',
];

/** Single values of the rest, by place and pointer. */
const others: [at: string, pointer: string, value: unknown][] = [
  ['createPayment 200', '/data/meta/environment', 'sandbox'],
  ['createPayment 200', '/data/meta/test_mode', true],
  ['createPayment 200 header X-Token-Deprecated', '', 'true'],
  ['createPayment 429 header X-RateLimit-Remaining', '', 0],
  [
    'getIdempotencyKey 200',
    '/usage',
    'Include this key in the Idempotency-Key header for your payment request',
  ],
  ['getHealth 200', '/status', 'ok'],
  ['prepareRequest 200', '/algorithm', 'HMAC-SHA256'],
  ['prepareRequest 200', '/headers/Content-Type', 'application/json'],
  ['unsubscribeWebhook 200', '/data/status', 'unsubscribed'],
  ['listWebhookEvents 200', '/data/webhook_requirements/url', 'Must be a valid HTTPS URL'],
  ['listWebhookEvents 200', '/data/webhook_requirements/response_timeout', '10 seconds'],
  ['listWebhookEvents 200', '/data/webhook_requirements/retry_attempts', '3 times with exponential backoff'],
  ['listWebhookEvents 200', '/data/webhook_requirements/expected_response', 'HTTP 200-299 status code'],
  [
    'listWebhookEvents 200',
    '/data/webhook_requirements/signature_header',
    'X-Webhook-Signature (HMAC-SHA256)',
  ],
  ['payment.created header User-Agent', '', 'IranDargah-Webhook/1.0'],
];

/** Another value of the same type. */
export function otherThan(value: unknown): unknown {
  if (typeof value === 'boolean') return !value;
  return typeof value === 'number' ? value + 1 : `${value}!`;
}

function fixed(at: string, pointer: string, value: unknown): Rule {
  return { at, pointer, good: [value], bad: { const: [otherThan(value)] } };
}

/** Each fixed value as a rule: it and nothing else. */
export const fixedValues: Rule[] = [
  ...Object.entries(successes).flatMap(([operation, { status, message, code }]) => [
    fixed(`${operation} ${status}`, '/success', true),
    ...(message === null ? [] : [fixed(`${operation} ${status}`, '/message', message)]),
    ...(code === null ? [] : [fixed(`${operation} ${status}`, '/status_code', code)]),
  ]),
  ...Object.entries(errors).flatMap(([schema, { code, type, message }]) => [
    fixed(schema, '/success', false),
    fixed(schema, '/status_code', code),
    fixed(schema, '/error/code', code),
    fixed(schema, '/error/type', type),
    fixed(schema, '/error/message', message),
  ]),
  ...events.map((event) => fixed(`${event} request`, '/event', event)),
  ...others.map((row) => fixed(...row)),
];
