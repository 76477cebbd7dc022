// Payments from their creation to their verification, with everything that happens to honest shops.
import type { Interference, Scenario } from '../scenario.ts';
import {
  amount,
  creates,
  order,
  orderId,
  paid,
  paidBefore,
  paidNow,
  pays,
  record,
  verifies,
} from './common.ts';

const on = (
  operation: Interference['on'],
  ...does: ('cut' | 'lose' | 'silence' | 'truncate')[]
): Interference[] => does.map((one) => ({ on: operation, does: one }));

/** @param seconds how long the gateway asks to wait. */
const limited = (seconds: string): Interference => ({
  on: 'createPayment',
  does: 'answer',
  status: 429,
  headers: { 'Retry-After': seconds },
  body: {
    success: false,
    error: { message: 'پیام', code: '#ErrorRateLimited', type: 'rate_limit_error' },
    status_code: '#ErrorRateLimited',
  },
});

export const payments: Scenario[] = [
  {
    name: 'an honest payment is created, paid and verified',
    steps: [creates(), pays(), verifies(paidNow)],
    requests: ['createPayment a', 'createVerification b'],
  },
  {
    name: 'an honest payment of a terminal that signs nothing',
    signs: false,
    steps: [creates(), pays(), verifies(paidNow)],
    requests: ['createPayment a', 'createVerification b'],
  },
  {
    name: 'two orders on one client are two payments, and each is verified',
    steps: [
      creates('first'),
      creates('second', { order_id: 'ORDER-2', amount: amount + 1 }),
      pays('first'),
      pays('second'),
      verifies(paidNow, 'first'),
      verifies(paidNow, 'second', { order_id: 'ORDER-2', amount: amount + 1 }),
    ],
    requests: ['createPayment a', 'createPayment b', 'createVerification c', 'createVerification d'],
  },
  {
    name: 'a key of the shop is sent as it is, and given back',
    steps: [
      {
        ask: { do: 'create', order, idempotency_key: 'stored-with-the-order' },
        told: { outcome: 'created', idempotency_key: 'stored-with-the-order' },
        as: 'first',
      },
      {
        ask: { do: 'create', order, idempotency_key: 'stored-with-the-order' },
        told: { outcome: 'created', authority: '$first.authority' },
      },
      pays(),
      verifies(paidNow),
    ],
    requests: ['createPayment a', 'createPayment a', 'createVerification b'],
  },
  {
    name: 'a key that was used for another order is refused by the gateway, and told so',
    steps: [
      { ask: { do: 'create', order, idempotency_key: 'one-key' }, told: { outcome: 'created' } },
      {
        ask: { do: 'create', order: { ...order, amount: amount + 1 }, idempotency_key: 'one-key' },
        told: {
          outcome: 'error',
          error: { code: '#ErrorValidation', may_have_acted: false, idempotency_key: 'one-key' },
        },
      },
    ],
    requests: ['createPayment a', 'createPayment a'],
  },
  {
    name: 'a creation that the line lost is repeated with its key: one payment',
    steps: [{ interfere: on('createPayment', 'cut', 'lose') }, creates(), pays(), verifies(paidNow)],
    requests: ['createPayment a', 'createPayment a', 'createPayment a', 'createVerification b'],
  },
  {
    name: 'a creation whose answers are all lost may have acted, and tells its key',
    steps: [
      { interfere: on('createPayment', 'lose', 'lose', 'lose') },
      {
        ask: { do: 'create', order },
        told: {
          outcome: 'error',
          error: { code: 'network', may_have_acted: true, idempotency_key: { matches: '.' } },
        },
      },
    ],
    requests: ['createPayment a', 'createPayment a', 'createPayment a'],
  },
  {
    name: 'half of an answer is none',
    steps: [{ interfere: on('createPayment', 'truncate') }, creates()],
    requests: ['createPayment a', 'createPayment a'],
  },
  {
    name: 'a gateway that never answers is not waited for without end',
    timeout_ms: 1500,
    retries: 0,
    steps: [
      { interfere: on('createPayment', 'silence') },
      {
        ask: { do: 'create', order },
        told: { outcome: 'error', error: { code: 'timeout', may_have_acted: true } },
      },
    ],
    requests: ['createPayment a'],
  },
  {
    name: 'a verification whose answer is lost is repeated with its key: paid',
    steps: [creates(), pays(), { interfere: on('createVerification', 'lose') }, verifies(paid)],
    requests: ['createPayment a', 'createVerification b', 'createVerification b'],
  },
  {
    name: 'a verification whose answers are all lost is looked up: paid',
    retries: 0,
    steps: [creates(), pays(), { interfere: on('createVerification', 'lose') }, verifies(paidBefore)],
    requests: ['createPayment a', 'createVerification b', 'getVerification'],
  },
  {
    name: 'a verification that is asked for again with -21 is paid, by the proof',
    steps: [creates(), pays(), verifies(paidNow), verifies(paidBefore)],
    requests: ['createPayment a', 'createVerification b', 'createVerification c', 'getVerification'],
  },
  {
    name: '-21 alone is no proof',
    steps: [
      creates(),
      {
        interfere: [
          {
            on: 'createVerification',
            does: 'answer',
            status: 400,
            body: {
              success: false,
              error: { message: 'پیام', code: '#ErrorAlreadyVerified', type: 'business_logic_error' },
              status_code: '#ErrorAlreadyVerified',
            },
          },
        ],
      },
      verifies({ outcome: 'unknown', error: { code: '#ErrorAlreadyVerified', persian: 'پیام' } }),
    ],
    requests: ['createPayment a', 'createVerification b', 'getVerification'],
  },
  {
    name: 'while the bank is away nobody knows, and afterwards it is paid',
    steps: [
      creates(),
      pays(),
      { fault: { kind: 'error', error: 'ErrorBankUnavailable', operation: 'createVerification', times: 3 } },
      verifies({ outcome: 'unknown', error: { code: '#ErrorBankUnavailable', may_have_acted: true } }),
      verifies(paidNow),
    ],
  },
  {
    name: 'a limit of the gateway is waited for, and the key stays',
    steps: [{ interfere: [limited('1')] }, creates()],
    requests: ['createPayment a', 'createPayment a'],
  },
  {
    name: 'a limit that lasts too long is told: nothing has been done',
    steps: [
      { interfere: [limited('3600')] },
      {
        ask: { do: 'create', order },
        told: { outcome: 'error', error: { code: '#ErrorRateLimited', may_have_acted: false } },
      },
    ],
    requests: ['createPayment a'],
  },
  {
    name: 'what nobody has paid yet is not paid, and may still be',
    steps: [
      creates(),
      verifies({ outcome: 'not_paid', reason: 'payment_unpaid', final: false }),
      pays(),
      verifies(paidNow),
    ],
  },
  ...(['failed', 'insufficient'] as const).map(
    (card): Scenario => ({
      name: `a payment with the outcome "${card}" is not paid, for good`,
      steps: [
        creates(),
        { pay: '$first.authority', card },
        verifies({ outcome: 'not_paid', reason: 'payment_failed', final: true }),
      ],
    }),
  ),
  {
    name: 'a payment that the payer gave up is not paid, for good',
    steps: [
      creates(),
      { pay: '$first.authority', card: 'cancel' },
      verifies({ outcome: 'not_paid', reason: 'payment_cancelled', final: true }),
    ],
  },
  {
    name: 'a payment whose time is over is not paid, for good',
    signs: false,
    steps: [
      creates(),
      { advance: 16 * 60 },
      verifies({ outcome: 'not_paid', reason: 'payment_expired', final: true }),
    ],
  },
  {
    name: 'an amount that is not the record’s is a mismatch, and nothing is delivered',
    steps: [creates(), pays(), verifies({ outcome: 'mismatch' }, 'first', { amount: amount + 1000 })],
  },
  {
    name: 'a smaller amount is a mismatch, too',
    steps: [creates(), pays(), verifies({ outcome: 'mismatch' }, 'first', { amount: amount - 1000 })],
  },
  {
    name: 'a payment that the gateway does not know is a mismatch',
    steps: [
      creates(),
      {
        ask: { do: 'verify', payment: { authority: '2025100121424146ZZ', amount, order_id: orderId } },
        told: { outcome: 'mismatch', error: { code: '#ErrorTransactionNotFound' } },
      },
    ],
  },
  {
    name: 'a refusal tells its code, its Persian message, its fields and its request',
    steps: [
      {
        ask: { do: 'create', order: { ...order, callback_url: 'no address' } },
        told: {
          outcome: 'error',
          error: {
            code: '#ErrorValidation',
            gateway_code: '#ErrorValidation',
            http_status: 422,
            persian: { matches: '[\\u0600-\\u06ff]' },
            request_id: { matches: '.' },
            may_have_acted: false,
            fields: { callback_url: [{ matches: '.' }] },
          },
        },
      },
    ],
    requests: ['createPayment a'],
  },
  {
    name: 'a payment and its transaction can be looked at',
    steps: [
      creates(),
      {
        ask: { do: 'call', operation: 'getPayment', input: '$first.authority' },
        told: {
          outcome: 'ok',
          data: { transaction: { authority: '$first.authority', amount, status: 'pending' } },
        },
      },
      {
        ask: { do: 'call', operation: 'getTransaction', input: '$first.authority' },
        told: { outcome: 'ok', data: { transaction: { order_id: orderId } } },
      },
      { ask: { do: 'call', operation: 'cancelPayment', input: '$first.authority' }, told: { outcome: 'ok' } },
      {
        ask: { do: 'verify', payment: record() },
        told: { outcome: 'not_paid', reason: 'payment_cancelled' },
      },
    ],
  },
];
