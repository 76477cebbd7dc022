// Servers whose successes are not what the schemas say.
import { type Change, type Changes, type FaultyServer, on } from './change.ts';

const completed = 'getPayment 200 completed';
const notFound = 'getPayment 404 transactionNotFound';
const schemas = 'openapi/payments/schemas.yaml';

/** One fault each. */
export function bodyFaults({ withBody, withText, signed }: Changes): FaultyServer[] {
  const payment = (change: Change) => ({ answer: on('getPayment', 200, change) });
  const missing = (change: Change) => ({ answer: on('getPayment', 404, change) });
  return [
    {
      fault: 'a missing field',
      only: completed,
      server: payment(withBody(({ data }) => void delete data.transaction.amount)),
      at: '/body/data/transaction/amount',
      place: [schemas, /required: .*amount/],
    },
    {
      fault: 'an extra field',
      only: completed,
      server: payment(
        withBody(({ data }) => {
          data.transaction.card_number = '6037997123456789';
        }),
      ),
      at: '/body/data/transaction/card_number',
      word: 'noted',
      place: [schemas, /additionalProperties: false/],
    },
    {
      fault: 'a success that says it is none',
      only: completed,
      server: payment(
        withBody((body) => {
          body.success = false;
        }),
      ),
      at: '/body/success',
      place: [schemas, /success: \{ type: boolean, const: true/],
    },
    {
      fault: 'another amount than the payment was made with',
      only: completed,
      server: payment(
        withBody(({ data }) => {
          data.transaction.amount += 10;
        }),
      ),
      at: '/body/data/transaction/amount',
      place: ['openapi/common/schemas.yaml', /Amount:/],
    },
    {
      fault: 'a field that only an example shows, left out',
      only: completed,
      server: payment(withBody(({ data }) => void delete data.meta.request_id)),
      at: '/body/data/meta/request_id',
      word: 'differs',
      place: [schemas, /required: .*request_id/],
    },
    {
      fault: 'a number as text',
      only: completed,
      server: payment(
        withBody(({ data }) => {
          data.transaction.amount = String(data.transaction.amount);
        }),
      ),
      at: '/body/data/transaction/amount',
      place: ['openapi/common/schemas.yaml', /type: integer/],
    },
    {
      fault: 'a boolean as a number',
      only: completed,
      server: payment(
        withBody(({ data }) => {
          data.meta.cached = 0;
        }),
      ),
      at: '/body/data/meta/cached',
      word: 'differs',
      place: [schemas, /type: boolean/],
    },
    {
      fault: 'null where a value must be',
      only: completed,
      server: payment(
        withBody(({ data }) => {
          data.transaction.created_at = null;
        }),
      ),
      at: '/body/data/transaction/created_at',
      place: ['openapi/common/schemas.yaml', /type: string/],
    },
    {
      fault: 'an amount in toman, below the minimum',
      only: completed,
      server: payment(
        withBody(({ data }) => {
          data.transaction.amount /= 10;
        }),
      ),
      at: '/body/data/transaction/amount',
      place: ['openapi/common/schemas.yaml', /minimum: 100000/],
    },
    {
      fault: 'a status word that is not documented',
      only: completed,
      server: payment(
        withBody(({ data }) => {
          data.transaction.status = 'paid';
        }),
      ),
      // The word by itself would be an addition; that this payment has another one is what contradicts the page.
      at: '/body/data/transaction/status',
      place: ['openapi/payments/examples.yaml', /paymentCompleted:/],
    },
    {
      fault: 'fields that contradict each other',
      only: 'getVerification 200 notYet',
      server: {
        answer: on(
          'getVerification',
          200,
          withBody(({ data }) => {
            data.verification.ref_id = '1';
          }),
        ),
      },
      at: '/body/data/verification/ref_id',
      word: 'differs',
      place: ['openapi/verifications/schemas.yaml', /ref_id: \{ type: 'null' \}/],
    },
    {
      fault: 'the message of another operation',
      only: completed,
      server: payment(
        withBody((body) => {
          body.message = 'تراکنش با موفقیت ایجاد شد';
        }),
      ),
      at: '/body/message',
      word: 'differs',
      place: [schemas, /اطلاعات تراکنش با موفقیت دریافت شد/],
    },
    {
      fault: 'a Gregorian date',
      only: completed,
      server: payment(
        withBody(({ data }) => {
          data.transaction.created_at = '2025-10-01 10:30:00';
        }),
      ),
      at: '/body/data/transaction/created_at',
      place: ['openapi/common/schemas.yaml', /x-calendar: jalali/],
    },
    {
      fault: 'a day that the Jalali calendar does not have',
      only: completed,
      server: payment(
        withBody(({ data }) => {
          data.transaction.created_at = '1404-07-31 10:30:00';
        }),
      ),
      at: '/body/data/transaction/created_at',
      place: ['openapi/common/schemas.yaml', /x-calendar: jalali/],
    },
    {
      fault: 'the time of London',
      only: completed,
      server: payment(
        withBody((body) => {
          const [date = '', time = ''] = body.timestamp.split(' ');
          const hour = (Number(time.slice(0, 2)) + 21) % 24;
          body.timestamp = `${date} ${String(hour).padStart(2, '0')}${time.slice(2)}`;
        }),
      ),
      at: '/body/timestamp',
      word: 'differs',
      place: ['openapi/common/schemas.yaml', /JalaliDateTime:/],
    },
    {
      fault: 'malformed JSON',
      only: completed,
      server: payment(withText((text) => text.slice(0, -1))),
      at: '/body',
      place: [schemas, /PaymentResponse:/],
    },
    {
      fault: 'a warning of the language runtime before the JSON',
      only: completed,
      server: payment(withText((text) => `<br />\n<b>Warning</b>: Undefined array key\n${text}`)),
      at: '/body',
      place: [schemas, /PaymentResponse:/],
    },
    {
      fault: 'an empty body',
      only: completed,
      server: payment(withText(() => '')),
      at: '/body',
      place: [schemas, /PaymentResponse:/],
    },
    {
      fault: 'a body that is no UTF-8',
      only: notFound,
      server: missing((answer) =>
        signed(
          { ...answer, body: Buffer.concat([answer.body.subarray(0, 10), Buffer.from([0xff, 0xfe])]) },
          answer,
        ),
      ),
      at: '/body',
      place: ['openapi/common/errors.yaml', /ErrorTransactionNotFound:/],
    },
    {
      fault: 'another example than the document has',
      behind: 'mock',
      only: completed,
      server: payment(
        withBody(({ data }) => {
          data.transaction.ref_id = 'ANOTHER';
        }),
      ),
      at: '/body/data/transaction/ref_id',
      place: ['openapi/payments/examples.yaml', /paymentCompleted:/],
    },
  ];
}
