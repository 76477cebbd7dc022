// Servers whose statuses, codes and errors do not agree with the catalogue.
import { type Change, type Changes, type FaultyServer, on, withStatus } from './change.ts';

const completed = 'getPayment 200 completed';
const notFound = 'getPayment 404 transactionNotFound';
const invalid = 'getPayment path authority pattern';
const errors = 'openapi/common/errors.yaml';

/** One fault each. */
export function errorFaults({ withBody }: Changes): FaultyServer[] {
  const payment = (change: Change) => ({ answer: on('getPayment', 200, change) });
  const missing = (change: Change) => ({ answer: on('getPayment', 404, change) });
  return [
    {
      fault: 'a missing field deep in an error',
      only: notFound,
      server: missing(withBody(({ error }) => void delete error.type)),
      at: '/body/error/type',
      word: 'differs',
      place: [errors, /required: .*type/],
    },
    {
      fault: 'an extra field at the top',
      only: notFound,
      server: missing(
        withBody((body) => {
          body.debug = 'SELECT 1';
        }),
      ),
      at: '/body/debug',
      word: 'noted',
      place: [errors, /additionalProperties: false/],
    },
    {
      fault: 'a wrong status for a success',
      only: completed,
      server: payment(withStatus(202)),
      at: '/status',
      word: 'differs',
      place: ['openapi/payments/get.yaml', /'200':/],
    },
    {
      fault: 'a redirect',
      only: completed,
      server: payment((answer) => ({
        ...answer,
        status: 301,
        headers: { location: 'https://example.com/' },
      })),
      at: '/status',
      place: ['openapi/payments/get.yaml', /responses:/],
    },
    {
      fault: 'a documented status that is the wrong one',
      only: invalid,
      server: { answer: on('getPayment', 422, withStatus(500)) },
      at: '/status',
      word: 'differs',
      place: [errors, /http: \[422\]/],
    },
    {
      fault: 'a code that does not belong to the status',
      only: notFound,
      server: missing(
        withBody((body) => {
          [body.error.code, body.status_code] = [-21, -21];
        }),
      ),
      at: '/status',
      place: [errors, /http: \[404\]/],
    },
    {
      fault: 'a code that is in no catalogue',
      only: notFound,
      server: missing(
        withBody((body) => {
          [body.error.code, body.status_code] = [-999, -999];
        }),
      ),
      at: '/status',
      place: [errors, /http: \[404\]/],
    },
    {
      fault: 'a wrong type for a code',
      only: notFound,
      server: missing(
        withBody(({ error }) => {
          error.type = 'server_error';
        }),
      ),
      at: '/body/error/type',
      word: 'differs',
      place: [errors, /type: \{ const: business_logic_error \}/],
    },
    {
      fault: 'a status_code that does not repeat the code',
      only: notFound,
      server: missing(
        withBody((body) => {
          body.status_code = 404;
        }),
      ),
      at: '/body/status_code',
      place: [errors, /status_code: \{ const: -33 \}/],
    },
    {
      fault: 'an error that claims success',
      only: notFound,
      server: missing(
        withBody((body) => {
          body.success = true;
        }),
      ),
      at: '/body/success',
      place: [errors, /const: false/],
    },
    {
      fault: 'another status of an error than the assumed one',
      only: notFound,
      server: missing(withStatus(400)),
      at: '/status',
      word: 'differs',
      place: [errors, /http: \[404\]/],
    },
    {
      fault: 'a status that the page does not list, for a bank that is away',
      only: 'createVerification 500 bankUnavailable',
      server: { answer: on('createVerification', 500, withStatus(503)) },
      at: '/status',
      word: 'differs',
      place: [errors, /http: \[500\]/],
    },
    {
      fault: 'an error under a stated status that is another one',
      only: 'getTransaction 429 rateLimited',
      server: { answer: on('getTransaction', 429, withStatus(403)) },
      at: '/status',
      place: [errors, /http: \[429\]/],
    },
    {
      fault: 'an English message',
      only: notFound,
      server: missing(
        withBody(({ error }) => {
          error.message = 'Transaction not found';
        }),
      ),
      at: '/body/error/message',
      place: [errors, /message: \{ const: تراکنش یافت نشد \}/],
    },
    {
      fault: '200 for an error',
      only: notFound,
      server: missing(withStatus(200)),
      at: '/status',
      place: [errors, /http: \[404\]/],
    },
    {
      fault: 'an unknown route that is answered by the framework',
      only: 'unknownPath',
      server: {
        answer: (answer, { path }) =>
          path.includes('not-in-the-contract')
            ? {
                ...answer,
                body: Buffer.from('{"message":"Route not found","error":"Not Found","statusCode":404}'),
              }
            : answer,
      },
      at: '/body/success',
      word: 'differs',
      place: [errors, /required: \[success/],
    },
  ];
}
