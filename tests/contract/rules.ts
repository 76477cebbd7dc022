// The rules of the documentation by hand: for each one values that keep it, at its very edge, and values that break it.

import { events, fixedValues } from './fixed-values.ts';
import type { Rule } from './rule.ts';

const text = (length: number, character = 'a') => character.repeat(length);
const url = (length: number) => `https://merchant.com/${text(length - 'https://merchant.com/'.length)}`;
const hex = (length: number) => text(length, '0');

const everyEvent = Object.fromEntries(events.map((event) => [event, 'x']));
const testableEvents = [
  'payment.created',
  'payment.completed',
  'payment.failed',
  'payment.cancelled',
  'refund.created',
  'refund.completed',
  'verification.completed',
];
const paymentStatuses = ['pending', 'completed', 'failed', 'timeout', 'cancelled', 'unknown'];

const amount = {
  good: [100000, 4000000000],
  bad: { minimum: [99999, 0, -100000], maximum: [4000000001], format: [100000.5], type: ['100000', null] },
};
const orderId = {
  good: ['A', 'ORDER-12345_b', text(50)],
  bad: {
    minLength: [''],
    maxLength: [text(51)],
    pattern: ['ORDER 1', 'ORDER-1\n', 'a.b', 'a/b', 'سفارش', 'ORDER-۱'],
    type: [12345, null],
  },
};
const authority = {
  good: ['2025100121424146HC', '202510012142411A2B3', '20250107145623ABCDEF'],
  bad: {
    pattern: [
      '2025010714562ABCDEF',
      '20250107145623ABC',
      '20250107145623ABCDEFG',
      '20250107145623abcd',
      '2025010714562X46HC',
      '2025100121424146HC ',
      '',
    ],
  },
};
const shortText = {
  good: ['', text(255, 'آ'), text(255, '📚')],
  bad: { maxLength: [text(256)] },
};
const plainText = { good: shortText.good, bad: { ...shortText.bad, pattern: ['<b>', 'a>b', 'a<b'] } };
const notEmpty = { good: ['x'], bad: { minLength: [''] } };
const webhookUrl = {
  good: ['https://merchant.com/webhook', 'https://a.ir:8443/?shop=1'],
  bad: {
    pattern: [
      'http://merchant.com/webhook',
      'ftp://merchant.com/webhook',
      'merchant.com/webhook',
      'https://',
      'https://?x',
    ],
    format: ['https://mer chant.com', 'https://فروشگاه.ایران'],
  },
};
const maskedCard = {
  good: ['603799******1234'],
  bad: { pattern: ['6037991234561234', '603799*****1234', '60379*******1234', '603799xxxxxx1234', ''] },
};
const jalaliDates = {
  good: ['1404-06-31', '1404-12-30', '1399-01-01'],
  bad: [
    '1404-06-32',
    '1404-07-31',
    '1404-00-01',
    '1404-13-01',
    '1404-06-00',
    '1404-6-1',
    '1404/06/01',
    '2025-10-01',
    '۱۴۰۴-۰۶-۰۱',
    '',
  ],
};
const jalaliTimes = {
  good: jalaliDates.good.flatMap((day) => [`${day} 00:00:00`, `${day} 23:59:59`]),
  bad: [
    ...jalaliDates.bad.map((day) => `${day} 10:30:00`),
    '1404-06-28 24:00:00',
    '1404-06-28 10:60:00',
    '1404-06-28 10:30:60',
    '1404-06-28 10:30',
    '1404-06-28T10:30:00',
    '1404-06-28 10:30:00Z',
    '1404-06-28',
  ],
};
const hexSignature = {
  good: [hex(64), text(64, 'f')],
  bad: { pattern: [hex(63), hex(65), text(64, 'F'), text(64, 'g'), ''] },
};
const unixSeconds = {
  good: ['0', '1727800000'],
  bad: { pattern: ['', '-1', '1.5', '2025-10-01T10:35:00Z'] },
};
const countFrom = (minimum: number) => ({ good: [minimum, minimum + 1000], bad: { minimum: [minimum - 1] } });
/** A whole number of 64 bits: sums of rials and moments outgrow 32. */
const wideFrom = (minimum: number) => {
  const { good, bad } = countFrom(minimum);
  return { good: [...good, 2 ** 40], bad: { ...bad, format: [minimum + 0.5] } };
};

/** What the documentation says about the fields of each request. */
const requests: Rule[] = [
  { at: 'createPayment request', pointer: '/amount', ...amount },
  { at: 'createPayment request', pointer: '/order_id', ...orderId },
  {
    at: 'createPayment request',
    pointer: '/callback_url',
    good: ['http://a.ir', 'https://merchant.com/callback?shop=1', url(500)],
    bad: {
      maxLength: [url(501)],
      pattern: [
        'ftp://merchant.com/callback',
        'javascript:alert(1)',
        'merchant.com/callback',
        'https://',
        'https:///x',
        '',
      ],
      format: ['https://mer chant.com', 'https://فروشگاه.ایران'],
    },
  },
  {
    at: 'createPayment request',
    pointer: '/mobile',
    good: ['09123456789', '989123456789', '+989123456789', '00989123456789', '9123456789'],
    bad: {
      pattern: [
        '0912345678',
        '091234567890',
        '08123456789',
        '912345678',
        '+979123456789',
        '0989123456789',
        '0912 345 6789',
        '۰۹۱۲۳۴۵۶۷۸۹',
        '',
      ],
    },
  },
  { at: 'createPayment request', pointer: '/description', ...plainText },
  {
    at: 'createPayment request',
    pointer: '/card_number',
    good: ['6037991234561234', '603799******1234'],
    bad: {
      pattern: [
        '603799123456123',
        '60379912345612345',
        '6037-9912-3456-1234',
        '603799*****1234',
        '60379*******1234',
        '603799xxxxxx1234',
        '',
      ],
    },
  },
  {
    at: 'createPayment request',
    pointer: '/action',
    good: ['POST', 'GET'],
    bad: { enum: ['PUT', 'post', ''] },
  },
  {
    at: 'createPayment request',
    pointer: '/affiliate_code',
    good: ['AB12', 'AB12cd'],
    bad: { minLength: ['AB1'], maxLength: ['AB12cde'], pattern: ['AB-12', 'AB 12', 'کد۱۲'] },
  },
  {
    at: 'createPayment request',
    pointer: '/direct_verify',
    good: [true, false],
    bad: { type: ['true', 1, null] },
  },
  { at: 'createVerification request', pointer: '/authority', ...authority },
  { at: 'createVerification request', pointer: '/amount', ...amount },
  { at: 'createVerification request', pointer: '/order_id', ...orderId },
  { at: 'createRefund request', pointer: '/authority', ...authority },
  {
    at: 'createRefund request',
    pointer: '/amount',
    good: [1, 4000000000],
    bad: { minimum: [0, -1], maximum: [4000000001], format: [1.5], type: ['1', null] },
  },
  { at: 'createRefund request', pointer: '/reason', ...plainText },
  { at: 'subscribeWebhook request', pointer: '/url', ...webhookUrl },
  {
    at: 'subscribeWebhook request',
    pointer: '/events',
    good: events.map((event) => [event]),
    bad: { minItems: [[]], enum: [['payment.refunded'], ['PAYMENT.CREATED'], ['*']] },
  },
  {
    at: 'subscribeWebhook request',
    pointer: '/secret',
    good: [text(8), text(64)],
    bad: { minLength: [text(7), ''], maxLength: [text(65)] },
  },
  { at: 'subscribeWebhook request', pointer: '/description', ...shortText },
  { at: 'unsubscribeWebhook request', pointer: '/webhook_id', ...notEmpty },
  { at: 'testWebhook request', pointer: '/webhook_id', ...notEmpty },
  {
    at: 'testWebhook request',
    pointer: '/event_type',
    good: testableEvents,
    bad: { enum: events.filter((event) => !testableEvents.includes(event)) },
  },
  {
    at: 'prepareRequest request',
    pointer: '/method',
    good: ['GET', 'POST'],
    bad: { enum: ['PUT', 'post', ''] },
  },
  {
    at: 'prepareRequest request',
    pointer: '/endpoint',
    good: ['v', 'payments', 'reports/daily', 'payments/2025100121424146HC/cancel', 'idempotency-key'],
    bad: {
      minLength: [''],
      pattern: ['/payments', '/v2/payments', 'payments/', 'payments?page=1', 'Payments', 'a b'],
    },
  },
  {
    at: 'prepareRequest request',
    pointer: '/data',
    good: [{}, { any: [null] }],
    bad: { type: ['{}', [], null] },
  },
];

/** What the documentation says about paths, queries and headers. */
const parameters: Rule[] = [
  { at: 'getPayment path authority', ...authority },
  { at: 'listTransactions query from_date', good: jalaliDates.good, bad: { pattern: jalaliDates.bad } },
  { at: 'listTransactions query to_date', good: jalaliDates.good, bad: { pattern: jalaliDates.bad } },
  { at: 'listTransactions query page', ...countFrom(1) },
  {
    at: 'listTransactions query per_page',
    good: [1, 10, 100],
    bad: { minimum: [0, -1], maximum: [101] },
  },
  {
    at: 'listTransactions query status',
    good: ['pending', 'completed', 'failed', 'cancelled'],
    bad: { enum: ['timeout', 'unknown', 'COMPLETED', ''] },
  },
  { at: 'getDailyReport query date', good: jalaliDates.good, bad: { pattern: jalaliDates.bad } },
  {
    at: 'getMonthlyReport query month',
    good: ['1404-01', '1404-12'],
    bad: { pattern: ['1404-00', '1404-13', '1404-6', '1404/06', '1404-06-01', '2025-10', ''] },
  },
  {
    at: 'createPayment header Idempotency-Key',
    good: ['k', 'unique-key-123', text(255), '!~'],
    bad: { minLength: [''], maxLength: [text(256)], pattern: ['unique key', 'unique\tkey', 'کلید'] },
  },
  // A malformed signature or timestamp is no -2: the gateway answers it with -103 or -102, so the schema lets it through.
  { at: 'createPayment header X-Signature', good: [hex(64), 'malformed', ''], bad: {} },
  { at: 'createPayment header X-Timestamp', good: ['1727800000', 'malformed', ''], bad: {} },
  { at: 'createPayment 200 header X-Response-Signature', ...hexSignature },
  { at: 'createPayment 200 header X-Response-Timestamp', ...wideFrom(0) },
  { at: 'createPayment 200 header X-RateLimit-Reset', ...wideFrom(0) },
  // One that is not the terminal's own is ignored, whatever it looks like (docs/decisions/0013).
  { at: 'prepareRequest header X-API-Token', good: ['idg_test_0123456789', ''], bad: {} },
  { at: 'createPayment 429 header Retry-After', ...countFrom(1) },
  { at: 'createPayment 429 header X-RateLimit-Limit', ...countFrom(1) },
  { at: 'createPayment 200 header X-RateLimit-Limit', ...countFrom(1) },
  { at: 'createPayment 200 header X-RateLimit-Remaining', ...countFrom(0) },
  {
    at: 'createPayment 200 header X-Token-Deprecated-Expires-At',
    good: ['2025-10-02T10:30:00+03:30', '2025-10-02T07:00:00Z'],
    bad: { format: ['2025-10-02 10:30:00', '2025-10-02T10:30:00', '2025-13-02T10:30:00Z', '1404-06-28', ''] },
  },
  { at: 'payment.completed header X-Webhook-ID', ...notEmpty },
];

/** What the payer's browser brings back. */
const callback: Rule[] = [
  {
    at: 'paymentCallback request',
    pointer: '/status_code',
    good: [201, 100, -1, -2, -9999],
    bad: { enum: [0, 200] },
  },
  { at: 'paymentCallback request', pointer: '/message', ...notEmpty },
  { at: 'paymentCallback request', pointer: '/amount', ...wideFrom(0) },
  { at: 'paymentCallback request', pointer: '/ref_id', ...notEmpty },
  { at: 'paymentCallback request', pointer: '/card_pan', ...maskedCard },
];

const verified = { ref_id: '123456789', verified_at: '1404-06-28 10:35:00' };
const verification = { authority: '2025100121424146HC', amount: 100000 };

const signedHeaders = {
  'X-Idempotency-Key': 'idem_1727800000_abc123xyz',
  'X-Signature': hex(64),
  'X-Timestamp': '1727800000',
  'Content-Type': 'application/json',
};
const { 'X-Signature': signatureHeader, 'X-Timestamp': timestampHeader, ...unsignedHeaders } = signedHeaders;
const signed = {
  success: true,
  idempotency_key: 'idem_1727800000_abc123xyz',
  signature_required: true,
  signature: hex(64),
  timestamp: '1727800000',
  algorithm: 'HMAC-SHA256',
  headers: signedHeaders,
  expires_at: '2024-10-01T16:31:40.000Z',
};
const unsigned = { ...signed, signature_required: false, signature: null, headers: unsignedHeaders };

const received = { status: 'success', response_code: 200, response_time: 132, error: null };
const refused = { status: 'failed', response_code: 500, response_time: null, error: 'HTTP 500' };

/** What answers hold. */
const answers: Rule[] = [
  { at: 'JalaliDateTime', good: jalaliTimes.good, bad: { pattern: jalaliTimes.bad } },
  { at: 'JalaliDateTimeOrNull', good: [...jalaliTimes.good, null], bad: { pattern: jalaliTimes.bad } },
  { at: 'BankReferenceOrNull', good: ['x', null], bad: { minLength: [''] } },
  { at: 'PaymentStatus', good: paymentStatuses, bad: { enum: ['paid', 'COMPLETED', 'reversed', ''] } },
  { at: 'RequestId', ...notEmpty },
  { at: 'ProcessingTime', ...countFrom(0) },
  { at: 'Count', ...wideFrom(0) },
  { at: 'RialTotal', ...wideFrom(0) },
  {
    at: 'CreatedTransaction',
    pointer: '/gateway_url',
    good: [
      'https://ipg.irandargah.com/startpay/2025100121424146HC',
      'http://127.0.0.1:4020/startpay/20250107145623ABCDEF',
    ],
    bad: {
      pattern: [
        'https://ipg.irandargah.com/v2/payments/2025100121424146HC',
        'https://ipg.irandargah.com/startpay/2025100121424146hc',
        'https://ipg.irandargah.com/startpay/',
        'ftp://ipg.irandargah.com/startpay/2025100121424146HC',
      ],
      format: ['https://ipg irandargah.com/startpay/2025100121424146HC'],
    },
  },
  {
    at: 'PaymentCreatedMeta',
    good: [
      { request_id: 'r', processing_time_ms: 0 },
      { request_id: 'r', processing_time_ms: 0, environment: 'sandbox', test_mode: true },
    ],
    bad: {
      dependentRequired: [
        { request_id: 'r', processing_time_ms: 0, environment: 'sandbox' },
        { request_id: 'r', processing_time_ms: 0, test_mode: true },
      ],
    },
  },
  {
    at: 'VerificationState',
    good: [
      { ...verification, ...verified },
      { ...verification, ref_id: null, verified_at: null },
    ],
    bad: {
      type: [
        { ...verification, ...verified, ref_id: null },
        { ...verification, ...verified, verified_at: null },
      ],
    },
  },
  { at: 'Pagination', pointer: '/current_page', ...countFrom(1) },
  { at: 'Pagination', pointer: '/per_page', good: [1, 100], bad: { minimum: [0], maximum: [101] } },
  { at: 'Pagination', pointer: '/last_page', ...countFrom(1) },
  {
    at: 'Transaction',
    pointer: '/workflow_state',
    good: ['A', 'COMPLETED', 'AWAITING_VERIFICATION'],
    bad: { pattern: ['completed', '_COMPLETED', 'AWAITING VERIFICATION', ''] },
  },
  { at: 'Transaction', pointer: '/description', good: [...plainText.good, null], bad: plainText.bad },
  { at: 'Transaction', pointer: '/verification_status', good: [200, 100, null], bad: { type: ['200'] } },
  { at: 'SuccessRate', good: [0, 90.5, 100], bad: { minimum: [-0.01], maximum: [100.01] } },
  { at: 'HourFigures', pointer: '/hour', good: [0, 23], bad: { minimum: [-1], maximum: [24] } },
  { at: 'PaymentMethodFigures', pointer: '/method', ...notEmpty },
  { at: 'PspFigures', pointer: '/psp', ...notEmpty },
  { at: 'Webhook', pointer: '/events', good: [['payment.created']], bad: { minItems: [[]] } },
  {
    at: 'Webhook',
    pointer: '/secret',
    good: ['***masked***', hex(64)],
    bad: { pattern: ['your_optional_secret_min_8_chars', '***', hex(63), text(64, 'F'), ''] },
  },
  {
    at: 'WebhookEventsResponse',
    pointer: '/data/events',
    good: [everyEvent, { ...everyEvent, 'subscription.renewed': 'x' }],
    bad: {
      pattern: [
        { ...everyEvent, subscription: 'x' },
        { ...everyEvent, 'Subscription.Renewed': 'x' },
        { ...everyEvent, '...': '...' },
      ],
      propertyNames: [{ ...everyEvent, subscription: 'x' }],
      minLength: [
        { ...everyEvent, 'payment.created': '' },
        { ...everyEvent, 'subscription.renewed': '' },
      ],
    },
  },
  {
    at: 'WebhookTestResult',
    good: [
      received,
      { ...received, response_code: 299, response_time: 0 },
      { ...received, response_time: null },
      refused,
      { ...refused, response_code: 100 },
      { ...refused, response_code: 599, response_time: 0 },
      { ...refused, response_code: null },
    ],
    bad: {
      enum: [{ ...refused, status: 'timeout' }],
      minimum: [
        { ...received, response_code: 199 },
        { ...refused, response_code: 99 },
        { ...refused, response_time: -1 },
      ],
      maximum: [
        { ...received, response_code: 300 },
        { ...refused, response_code: 600 },
      ],
      type: [
        { ...received, response_code: null },
        { ...received, error: 'HTTP 500' },
        { ...refused, error: null },
      ],
    },
  },
  {
    at: 'PreparedRequestResponse',
    good: [signed, { ...signed, signature_required: false }, unsigned],
    bad: {
      required: [
        { ...signed, headers: { ...unsignedHeaders, 'X-Timestamp': timestampHeader } },
        { ...signed, headers: { ...unsignedHeaders, 'X-Signature': signatureHeader } },
      ],
      type: [
        { ...signed, headers: 'X-Signature' },
        { ...signed, headers: { ...signedHeaders, 'X-Signature': null } },
        { ...signed, headers: { ...signedHeaders, 'X-Timestamp': 1727800000 } },
      ],
      const: [{ ...unsigned, signature_required: true }],
    },
  },
  {
    at: 'PreparedRequestResponse',
    pointer: '/idempotency_key',
    good: ['idem_1727800000_abc123xyz'],
    bad: { pattern: ['txn_1a2b3c', 'idem_abc_123', 'idem_1727800000_', 'idem_1727800000_a-b', ''] },
  },
  {
    at: 'PreparedRequestResponse',
    pointer: '/signature',
    good: hexSignature.good,
    bad: hexSignature.bad,
  },
  { at: 'PreparedRequestResponse', pointer: '/timestamp', ...unixSeconds },
  {
    at: 'PreparedRequestResponse',
    pointer: '/expires_at',
    good: ['2024-10-01T16:31:40.000Z', '2024-10-01T16:31:40Z'],
    bad: { format: ['2024-10-01 16:31Z', '1404-07-10Z'], pattern: ['2024-10-01T20:01:40+03:30'] },
  },
  { at: 'PreparedHeaders', pointer: '/X-Timestamp', ...unixSeconds },
  {
    at: 'PreparedHeaders',
    good: [signedHeaders, unsignedHeaders],
    bad: {
      dependentRequired: [
        { ...unsignedHeaders, 'X-Signature': signatureHeader },
        { ...unsignedHeaders, 'X-Timestamp': timestampHeader },
      ],
    },
  },
  {
    at: 'IdempotencyKeyResponse',
    pointer: '/idempotency_key',
    good: ['txn_1', 'txn_1a2b3c4d5e6f7g8h9i0j'],
    bad: { pattern: ['txn_', 'idem_1', 'txn_1-2', 'TXN_1', ''] },
  },
  { at: 'IdempotencyKeyResponse', pointer: '/expires_in', ...countFrom(1) },
  {
    at: 'HealthResponse',
    pointer: '/version',
    good: ['2.0.0', '10.20.30'],
    bad: { pattern: ['2.0', 'v2.0.0', '2.0.0-beta', ''] },
  },
];

const refusal = (type: string) => ({ message: 'خطا در اعتبارسنجی ورودی', code: -2, type });

/** What errors hold. */
const errors: Rule[] = [
  { at: 'ErrorResponse', pointer: '/error/message', ...notEmpty },
  {
    at: 'ErrorType',
    good: [
      'validation_error',
      'authentication_error',
      'authorization_error',
      'business_logic_error',
      'rate_limit_error',
      'server_error',
      'gateway_error',
    ],
    bad: { enum: ['network_error', 'VALIDATION_ERROR', ''] },
  },
  {
    at: 'ErrorValidation',
    pointer: '/error',
    good: [{ ...refusal('validation_error'), details: { validation: { amount: ['x'] } } }],
    bad: {
      required: [
        refusal('validation_error'),
        { ...refusal('validation_error'), details: { reason: 'payment_unpaid' } },
      ],
    },
  },
  {
    at: 'ErrorStateForbids',
    pointer: '/error',
    good: [{ ...refusal('business_logic_error'), details: { reason: 'payment_unpaid' } }],
    bad: {
      required: [
        refusal('business_logic_error'),
        { ...refusal('business_logic_error'), details: { validation: { amount: ['x'] } } },
      ],
    },
  },
  {
    at: 'ErrorDetails',
    good: [
      ...[
        'payment_unpaid',
        'payment_failed',
        'payment_expired',
        'payment_cancelled',
        'payment_paid',
        'payment_not_verified',
        'refund_exceeds_payment',
      ].map((reason) => ({ reason })),
      { validation: { amount: ['x'] } },
    ],
    bad: {
      minProperties: [{}, { validation: {} }],
      minItems: [{ validation: { amount: [] } }],
      minLength: [{ validation: { amount: [''] } }],
      enum: [{ reason: 'payment_lost' }, { reason: '' }],
    },
  },
];

/** What webhooks carry. */
const webhooks: Rule[] = [
  {
    at: 'payment.created request',
    pointer: '/timestamp',
    good: ['2025-10-01T10:35:00+03:30', '2022-06-01T10:35:00+04:30'],
    bad: {
      pattern: ['2025-10-01T07:05:00Z', '2025-10-01T10:35:00.000+03:30', '2025-10-01T10:35:00+02:30'],
      format: ['2025-13-01T10:35:00+03:30', '2025-10-01T25:35:00+03:30', '2025-10-01 10:35:00', '1404-07-09'],
    },
  },
  { at: 'payment.created request', pointer: '/merchant_code', ...notEmpty },
  { at: 'payment.created request', pointer: '/signature', ...hexSignature },
  { at: 'payment.failed request', pointer: '/data/message', ...notEmpty },
  { at: 'payment.completed request', pointer: '/data/pan', ...maskedCard },
  { at: 'payment.completed request', pointer: '/data/ref_code', ...notEmpty },
  { at: 'refund.created request', pointer: '/data/refund_code', ...notEmpty },
  {
    at: 'refund.created request',
    pointer: '/data/status',
    good: ['pending', 'completed', 'failed'],
    bad: { enum: ['cancelled', ''] },
  },
  { at: 'refund.created request', pointer: '/data/reason', good: ['x', '', null], bad: { type: [1] } },
  { at: 'Refund', pointer: '/reason', good: ['x', '', null], bad: { type: [1] } },
  { at: 'settlement.created request', pointer: '/data/settlement_code', ...notEmpty },
  { at: 'settlement.created request', pointer: '/data/amount', ...countFrom(0) },
  {
    at: 'settlement.created request',
    pointer: '/data/status',
    good: ['pending', 'completed', 'failed'],
    bad: { enum: ['cancelled', ''] },
  },
  { at: 'settlement.created request', pointer: '/data/period', ...notEmpty },
];

/** Every rule that needs a hand: limits, patterns, formats, lists, conditions and fixed values. */
export const rules: Rule[] = [
  ...requests,
  ...parameters,
  ...callback,
  ...answers,
  ...errors,
  ...webhooks,
  ...fixedValues,
];
