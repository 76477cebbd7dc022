// Answers that are no answers: pages, forgeries, and rightly signed ones about something else.
import type { OperationName } from '../../../src/index.ts';
import type { Interference, Scenario } from '../scenario.ts';
import { amount, creates, order, paid, paidBefore, paidNow, pays, verifies } from './common.ts';

const thrice = (one: Interference): Interference[] => [one, one, one];
const page = (on: OperationName, status: number, acts: boolean): Interference => ({
  on,
  does: 'page',
  status,
  acts,
});
const change = (on: OperationName, values: Record<string, unknown>, status?: number): Interference => ({
  on,
  does: 'change',
  values,
  ...(status !== undefined && { status }),
});

/** Everything about the payment says that it was verified, and is not to be believed. */
const nothingProves = [
  change('createVerification', { 'data.verification.ref_id': null }),
  change('getVerification', { 'data.verification.ref_id': '' }),
];

export const attacks: Scenario[] = [
  ...[200, 403, 502].map(
    (status): Scenario => ({
      name: `a page with HTTP ${status} instead of a created payment is no payment, and its call is repeated`,
      steps: [
        { interfere: [page('createPayment', status, false), page('createPayment', status, true)] },
        creates(),
      ],
      requests: ['createPayment a', 'createPayment a', 'createPayment a'],
    }),
  ),
  {
    name: 'nothing but pages: the call fails, and may have acted',
    steps: [
      { interfere: thrice(page('createPayment', 200, true)) },
      {
        ask: { do: 'create', order },
        told: { outcome: 'error', error: { code: 'unreadable', http_status: 200, may_have_acted: true } },
      },
    ],
  },
  {
    name: 'nothing but pages instead of a verification is not paid and not unpaid',
    steps: [
      creates(),
      pays(),
      {
        interfere: [
          ...thrice(page('createVerification', 200, true)),
          ...thrice(page('getVerification', 200, true)),
        ],
      },
      verifies({ outcome: 'unknown', error: { code: 'unreadable' } }),
      verifies(paidBefore),
    ],
  },
  ...(['unsign', 'forge', 'age'] as const).flatMap((does): Scenario[] => [
    {
      name: `a created payment whose answer is signed wrongly (${does}) is not believed`,
      steps: [{ interfere: [{ on: 'createPayment', does }] }, creates()],
      requests: ['createPayment a', 'createPayment a'],
    },
    {
      name: `"paid" signed wrongly (${does}) is not believed, and looked up`,
      steps: [
        creates(),
        pays(),
        { interfere: thrice({ on: 'createVerification', does }) },
        verifies(paidBefore),
      ],
    },
    {
      name: `nothing but wrongly signed answers (${does}) leave it unknown`,
      steps: [
        creates(),
        pays(),
        {
          interfere: [
            ...thrice({ on: 'createVerification', does }),
            ...thrice({ on: 'getVerification', does }),
          ],
        },
        verifies({ outcome: 'unknown', error: { code: 'untrusted' } }),
      ],
    },
  ]),
  {
    name: 'a redirect is not followed: the token stays here',
    steps: [
      { interfere: thrice({ on: 'createPayment', does: 'redirect' }) },
      { ask: { do: 'create', order }, told: { outcome: 'error', error: { may_have_acted: true } } },
    ],
    requests: ['createPayment a', 'createPayment a', 'createPayment a'],
  },
  {
    name: 'a verification of another payment proves nothing here',
    steps: [
      creates(),
      pays(),
      { interfere: [change('createVerification', { 'data.verification.authority': '2025100121424146ZZ' })] },
      verifies({ outcome: 'mismatch', error: { code: 'unexpected' } }),
    ],
  },
  {
    name: 'a verification of a smaller amount proves nothing here',
    steps: [
      creates(),
      pays(),
      { interfere: [change('createVerification', { 'data.verification.amount': amount / 10 })] },
      verifies({ outcome: 'mismatch', error: { code: 'unexpected' } }),
    ],
  },
  {
    name: 'a verification without a reference is looked up',
    steps: [
      creates(),
      pays(),
      { interfere: [change('createVerification', { 'data.verification.ref_id': null })] },
      verifies(paidBefore),
    ],
  },
  {
    name: 'a reference of signs that nobody sees proves nothing',
    steps: [
      creates(),
      pays(),
      {
        interfere: [
          change('createVerification', { 'data.verification.ref_id': '\u00a0\ufeff' }),
          change('getVerification', { 'data.verification.ref_id': '\ufeff' }),
        ],
      },
      verifies({ outcome: 'unknown', error: { code: 'unexpected' } }),
    ],
  },
  {
    name: 'a verification without its time is looked up',
    steps: [
      creates(),
      pays(),
      { interfere: [change('createVerification', { 'data.verification.verified_at': '' })] },
      verifies(paidBefore),
    ],
  },
  {
    name: 'nothing that proves a verification leaves it unknown, whatever else is said',
    steps: [
      creates(),
      pays(),
      { interfere: nothingProves },
      verifies({ outcome: 'unknown', error: { code: 'unexpected' } }),
    ],
  },
  {
    name: 'success: false with a verification in it is not paid',
    steps: [
      creates(),
      pays(),
      { interfere: [change('createVerification', { success: false })] },
      verifies(paidBefore),
    ],
  },
  {
    name: 'a success with HTTP 500 is not believed, and looked up',
    retries: 0,
    steps: [creates(), pays(), { interfere: [change('createVerification', {}, 500)] }, verifies(paidBefore)],
  },
  {
    name: 'an answer to another request, by its key, is not taken for ours',
    retries: 0,
    steps: [
      { interfere: [change('createPayment', { 'data.meta.idempotency_key': 'of-another-request' })] },
      {
        ask: { do: 'create', order },
        told: { outcome: 'error', error: { code: 'unexpected', may_have_acted: true } },
      },
    ],
  },
  {
    name: 'a code that nobody knows is told with its number, and may have acted',
    steps: [
      {
        interfere: [
          {
            on: 'createPayment',
            does: 'answer',
            status: 400,
            body: {
              success: false,
              error: { message: 'خطای تازه', code: -9999, type: 'new_error' },
              status_code: -9999,
            },
          },
        ],
      },
      {
        ask: { do: 'create', order },
        told: {
          outcome: 'error',
          error: {
            code: 'unknown_code',
            gateway_code: -9999,
            http_status: 400,
            persian: 'خطای تازه',
            may_have_acted: true,
          },
        },
      },
    ],
    requests: ['createPayment a'],
  },
  {
    name: 'a code that nobody knows is looked up after a verification',
    steps: [
      creates(),
      pays(),
      {
        interfere: [
          change('createVerification', { success: false, error: { code: -9999 }, data: null }, 400),
        ],
      },
      verifies(paidBefore),
    ],
  },
  {
    name: 'fields and words of tomorrow harm nothing',
    steps: [
      creates(),
      pays(),
      {
        interfere: [
          change('createVerification', {
            'data.verification.tomorrow': { a: [1] },
            'data.verification.card_pan': null,
            tomorrow: true,
          }),
        ],
      },
      verifies(paidNow),
    ],
  },
  {
    name: 'an unpaid payment whose refusal says nothing more is not paid by its transaction',
    steps: [
      creates(),
      {
        interfere: [change('createVerification', { error: { code: '#ErrorValidation', message: 'پیام' } })],
      },
      verifies({ outcome: 'not_paid', reason: 'payment_unpaid', final: false }),
    ],
    requests: ['createPayment a', 'createVerification b', 'getVerification', 'getTransaction'],
  },
  {
    name: 'a paid payment stays paid when the answer is repeated to the letter',
    steps: [creates(), pays(), verifies(paid), verifies(paid), verifies(paid)],
  },
];
