// Servers whose headers are missing or wrong.
import { rateLimits } from '../../../generated/facts.ts';
import { type Change, type FaultyServer, on, withHeaders } from './change.ts';

const completed = 'getPayment 200 completed';
const schemas = 'openapi/payments/schemas.yaml';
const headers = 'openapi/common/headers.yaml';

/** One fault each. */
export function headerFaults(): FaultyServer[] {
  const payment = (change: Change) => ({ answer: on('getPayment', 200, change) });
  const transaction = (change: Change) => ({ answer: on('getTransaction', 200, change) });
  return [
    {
      fault: 'a wrong content type',
      only: completed,
      server: payment(
        withHeaders((all) => {
          all['content-type'] = 'text/plain; charset=utf-8';
        }),
      ),
      at: '/headers/Content-Type',
      place: [schemas, /PaymentResponse:/],
    },
    {
      fault: 'a missing header',
      only: 'getTransaction 200 completed',
      server: transaction(withHeaders((all) => void delete all['x-ratelimit-remaining'])),
      at: '/headers/X-RateLimit-Remaining',
      word: 'differs',
      place: [headers, /x-present-when: rate-limited/],
    },
    {
      fault: 'no headers of the limit at all',
      only: 'getTransaction 401 credentialsMissing',
      server: {
        answer: on(
          'getTransaction',
          401,
          withHeaders((all) => {
            for (const name of Object.keys(all)) if (name.startsWith('x-ratelimit')) delete all[name];
          }),
        ),
      },
      at: '/headers/X-RateLimit-Limit',
      word: 'differs',
      place: [headers, /x-present-when: rate-limited/],
    },
    {
      fault: 'no word on how long to wait',
      only: 'getTransaction 429 rateLimited',
      server: {
        answer: on(
          'getTransaction',
          429,
          withHeaders((all) => void delete all['retry-after']),
        ),
      },
      at: '/headers/Retry-After',
      word: 'differs',
      place: [headers, /required: true/],
    },
    {
      fault: 'a header with words for a number',
      only: 'getTransaction 200 completed',
      server: transaction(
        withHeaders((all) => {
          all['x-ratelimit-remaining'] = 'many';
        }),
      ),
      at: '/headers/X-RateLimit-Remaining',
      word: 'differs',
      place: [headers, /type: integer/],
    },
    {
      fault: 'a doubled header',
      only: 'getTransaction 200 completed',
      server: transaction(
        withHeaders((all) => {
          all['x-ratelimit-limit'] += `, ${all['x-ratelimit-limit']}`;
        }),
      ),
      at: '/headers/X-RateLimit-Limit',
      word: 'differs',
      place: [headers, /type: integer/],
    },
    {
      fault: 'the seconds left instead of a moment',
      only: 'getTransaction 200 completed',
      server: transaction(
        withHeaders((all) => {
          all['x-ratelimit-reset'] = '60';
        }),
      ),
      at: '/headers/X-RateLimit-Reset',
      word: 'differs',
      place: [headers, /RateLimitReset:/],
    },
    {
      fault: 'another limit than the documented one',
      only: 'getTransaction 200 completed',
      server: transaction(
        withHeaders((all) => {
          all['x-ratelimit-limit'] = '61';
        }),
      ),
      at: '/headers/X-RateLimit-Limit',
      place: [
        'openapi/common/facts.yaml',
        new RegExp(`transactions: \\{ limit: ${rateLimits.transactions.limit},`),
      ],
    },
    {
      fault: 'a header that is not documented',
      only: completed,
      server: payment(
        withHeaders((all) => {
          all['x-debug'] = 'on';
        }),
      ),
      at: '/headers/x-debug',
      word: 'noted',
      place: ['openapi/payments/get.yaml', /headers:/],
    },
    {
      fault: 'an old token that is not said to be old',
      only: 'getPayment with a token that was rotated away',
      server: {
        answer: (answer, { operation }) =>
          operation === 'getPayment'
            ? withHeaders((all) => {
                delete all['x-token-deprecated'];
              })(answer)
            : answer,
      },
      at: '/headers/X-Token-Deprecated',
      place: [headers, /x-present-when: token-rotated-away/],
    },
  ];
}
