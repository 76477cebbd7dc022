// Answers that the contract does not promise, and what a client should make of each: data for tolerance.test.ts.

/** What a program calls; `delivery` is a webhook that it gets instead. */
export type Operation =
  | 'createPayment'
  | 'getPayment'
  | 'createVerification'
  | 'getVerification'
  | 'listTransactions'
  | 'listWebhookEvents'
  | 'subscribeWebhook'
  | 'delivery';

/** Marks a field that is not there. */
export const absent = Symbol('absent');

export interface OddAnswer {
  name: string;
  operation: Operation;
  /** The example of the contract from which the answer is made. */
  example: string;
  /** HTTP status of the answer, unless it is that of a success. */
  status?: number;
  /** What is different, by the path of the field. */
  change?: Record<string, unknown>;
  /** Adds a field to each object of the answer. */
  addFields?: true;
  /** The whole body instead, such as a page of HTML. */
  text?: string;
  /**
   * What the program prints: the fields that a shop needs, in the order of programs/README.md, `-` for one that has no
   * value; or `error`, the HTTP status, code and type.
   */
  told: string;
}

const verified = { operation: 'createVerification', example: 'verificationCreated' } as const;
const state = { operation: 'getVerification', example: 'verificationFound' } as const;
const payment = { operation: 'getPayment', example: 'paymentCompleted' } as const;
const list = { operation: 'listTransactions', example: 'transactionList' } as const;
const created = { operation: 'createPayment', example: 'paymentCreated' } as const;
const delivery = { operation: 'delivery', example: 'paymentCompletedEvent' } as const;
const notFound = { operation: 'getPayment', example: 'transactionNotFound' } as const;
const again = { operation: 'createVerification', example: 'alreadyVerified' } as const;
const unpaid = { operation: 'createVerification', example: 'paymentUnpaid' } as const;

const row = {
  authority: '2025100121424147HC',
  amount: 200_000,
  status: 'refunded',
  order_id: 'ORDER-12346',
  ref_code: null,
  created_at: '1404-06-28 10:31:00',
  verified_at: null,
};
const verification = 'data.verification';
const meta = 'data.meta';
const authority = '2025100121424146HC';
const moment = '1404-06-28 10:35:00';
const page = '<!DOCTYPE html><title>502 Bad Gateway</title>';

/** An answer as it is, for comparison, and then everything that may be odd about it. */
export const oddAnswers: OddAnswer[] = [
  { ...verified, name: 'A verification as documented', told: `123456789 ${authority} 100000 ${moment} 85` },
  {
    ...verified,
    name: 'A field added to every object',
    addFields: true,
    told: `123456789 ${authority} 100000 ${moment} 85`,
  },
  {
    ...payment,
    name: 'An unknown status',
    change: { 'data.transaction.status': 'refunded' },
    told: `${authority} refunded 100000`,
  },
  {
    ...list,
    name: 'One row of a list has an unknown status',
    change: { 'data.transactions.1': row },
    told: '2 completed,refunded 1',
  },
  {
    operation: 'subscribeWebhook',
    example: 'webhookSubscribed',
    status: 201,
    name: 'A subscription to an unknown event',
    change: { 'data.webhook.events.2': 'payment.disputed' },
    told: '65a4c7e8f1234 payment.completed,payment.failed,payment.disputed',
  },
  {
    operation: 'listWebhookEvents',
    example: 'webhookEvents',
    name: 'An unknown event in the list of events',
    change: { 'data.events': { 'payment.created': 'Created', 'payment.disputed': 'Disputed' } },
    told: 'Disputed',
  },
  { ...delivery, name: 'A delivery as documented', told: `payment.completed ${authority} 100000` },
  {
    ...delivery,
    name: 'A delivery of an unknown event',
    change: { event: 'payment.disputed' },
    told: `payment.disputed ${authority} 100000`,
  },
  {
    ...delivery,
    name: 'A field added to a delivery and to its data',
    addFields: true,
    told: `payment.completed ${authority} 100000`,
  },
  {
    ...delivery,
    name: 'A delivery without merchant_code and timestamp',
    change: { merchant_code: absent, timestamp: absent },
    told: `payment.completed ${authority} 100000`,
  },
  {
    ...delivery,
    name: 'A delivery with numbers for texts, and digits for the amount',
    change: { merchant_code: 1, 'data.ref_code': 123456789, 'data.amount': '100000' },
    told: `payment.completed ${authority} 100000`,
  },
  {
    ...verified,
    name: '`verified_at` absent',
    change: { [`${verification}.verified_at`]: absent },
    told: 'refused unexpected',
  },
  {
    ...verified,
    name: '`verified_at` null',
    change: { [`${verification}.verified_at`]: null },
    told: 'refused unexpected',
  },
  {
    ...verified,
    name: '`verified_at` empty',
    change: { [`${verification}.verified_at`]: '' },
    told: 'refused unexpected',
  },
  {
    ...state,
    name: '`verified_at` absent from a state',
    change: { [`${verification}.verified_at`]: absent },
    told: `123456789 ${authority} 100000 -`,
  },
  {
    ...verified,
    name: '`ref_id` absent',
    change: { [`${verification}.ref_id`]: absent },
    told: 'refused unexpected',
  },
  {
    ...verified,
    name: '`ref_id` null',
    change: { [`${verification}.ref_id`]: null },
    told: 'refused unexpected',
  },
  {
    ...verified,
    name: '`ref_id` empty',
    change: { [`${verification}.ref_id`]: '' },
    told: 'refused unexpected',
  },
  {
    ...verified,
    name: '`processing_time_ms` absent',
    change: { [`${meta}.processing_time_ms`]: absent },
    told: `123456789 ${authority} 100000 ${moment} -`,
  },
  {
    ...verified,
    name: '`processing_time_ms` null',
    change: { [`${meta}.processing_time_ms`]: null },
    told: `123456789 ${authority} 100000 ${moment} -`,
  },
  {
    ...verified,
    name: '`processing_time_ms` empty',
    change: { [`${meta}.processing_time_ms`]: '' },
    told: `123456789 ${authority} 100000 ${moment} -`,
  },
  {
    ...verified,
    name: '`meta` absent',
    change: { [meta]: absent },
    told: `123456789 ${authority} 100000 ${moment} -`,
  },
  {
    ...verified,
    name: '`meta` null',
    change: { [meta]: null },
    told: `123456789 ${authority} 100000 ${moment} -`,
  },
  {
    ...verified,
    name: '`meta` an empty list, as PHP writes an empty object',
    change: { [meta]: [] },
    told: `123456789 ${authority} 100000 ${moment} -`,
  },
  {
    ...verified,
    name: '`message`, `status_code` and `timestamp` absent',
    change: { message: absent, status_code: absent, timestamp: absent },
    told: `123456789 ${authority} 100000 ${moment} 85`,
  },
  {
    ...created,
    name: '`expires_at` absent',
    change: { 'data.transaction.expires_at': absent },
    told: `${authority} https://ipg.irandargah.com/startpay/${authority}`,
  },
  {
    ...verified,
    name: '`ref_id` as a number',
    change: { [`${verification}.ref_id`]: 123456789 },
    told: `123456789 ${authority} 100000 ${moment} 85`,
  },
  {
    ...verified,
    name: '`amount` as digits',
    change: { [`${verification}.amount`]: '100000' },
    told: `123456789 ${authority} 100000 ${moment} 85`,
  },
  {
    ...payment,
    name: '`amount` as digits in a payment',
    change: { 'data.transaction.amount': '100000' },
    told: `${authority} completed 100000`,
  },
  {
    ...state,
    name: '`verification` null',
    change: { [verification]: null },
    told: 'refused unexpected',
  },
  { ...notFound, name: 'An error as documented', status: 404, told: 'error 404 -33 business_logic_error' },
  {
    ...notFound,
    name: 'A field added to every object of an error',
    status: 404,
    addFields: true,
    told: 'error 404 -33 business_logic_error',
  },
  {
    ...notFound,
    name: 'An unknown code',
    status: 409,
    change: { 'error.code': -77, status_code: -77 },
    told: 'error 409 -77 unknown_error',
  },
  {
    ...again,
    name: 'An error under another HTTP status',
    status: 422,
    told: 'error 422 -21 business_logic_error',
  },
  { ...unpaid, name: 'An error under HTTP 200', status: 200, told: 'error 200 -2 business_logic_error' },
  {
    ...notFound,
    name: 'An error without `type`',
    status: 404,
    change: { 'error.type': absent },
    told: 'error 404 -33 business_logic_error',
  },
  {
    ...notFound,
    name: 'An unknown `type`',
    status: 404,
    change: { 'error.type': 'not_found_error' },
    told: 'error 404 -33 business_logic_error',
  },
  {
    ...unpaid,
    name: 'An unknown reason',
    status: 400,
    change: { 'error.details.reason': 'payment_disputed' },
    told: 'error 400 -2 business_logic_error',
  },
  {
    ...unpaid,
    name: '`details` an empty list',
    status: 400,
    change: { 'error.details': [] },
    told: 'error 400 -2 business_logic_error',
  },
  {
    ...again,
    name: 'A code as digits',
    status: 400,
    change: { 'error.code': '-21' },
    told: 'error 400 -21 business_logic_error',
  },
  {
    ...notFound,
    name: 'An error without `meta`, `timestamp` and message',
    status: 404,
    change: { meta: absent, timestamp: absent, 'error.message': absent },
    told: 'error 404 -33 business_logic_error',
  },
  { ...verified, name: 'A page of HTML under HTTP 502', status: 502, text: page, told: 'error 502 - -' },
  { ...verified, name: 'A page of HTML under HTTP 200', text: page, told: 'error 200 - -' },
  { ...verified, name: 'An empty body', text: '', told: 'error 200 - -' },
];
