// Servers that sign badly, or believe what is signed badly.
import { signing } from '../../../generated/facts.ts';
import { operationOf } from '../../src/contract/document.ts';
import type { ReceivedAnswer } from '../../src/judge/exchange.ts';
import {
  type Change,
  type Changes,
  type FaultyServer,
  on,
  signatureHeader,
  timestampHeader,
  withHeaders,
  withoutSignature,
  withStatus,
} from './change.ts';

const { signature_header, timestamp_header } = signing.response;
const completed = 'getPayment 200 completed';
const notFound = 'getPayment 404 transactionNotFound';
const errors = 'openapi/common/errors.yaml';
const headers = 'openapi/common/headers.yaml';

/** One fault each. */
export function signatureFaults({ signed, withBody }: Changes): FaultyServer[] {
  const created = operationOf('createPayment').responses.get(200)?.examples[0]?.value as object;
  const success: Change = (answer, request) => {
    const changed = withBody((body) => {
      for (const key of Object.keys(body)) delete body[key];
      Object.assign(body, created);
    })(answer, request);
    return withStatus(200)(changed as ReceivedAnswer);
  };
  const payment = (change: Change) => ({ answer: on('getPayment', 200, change) });
  const missing = (change: Change) => ({ answer: on('getPayment', 404, change) });
  return [
    {
      fault: 'an unsigned answer',
      only: completed,
      server: payment(
        withHeaders((all) => {
          delete all[signatureHeader];
          delete all[timestampHeader];
        }),
      ),
      at: `/headers/${signature_header}`,
      place: [headers, /x-present-when: terminal-has-secret-key/],
    },
    {
      fault: 'an error that is not signed',
      only: notFound,
      server: missing(withHeaders((all) => void delete all[signatureHeader])),
      at: `/headers/${signature_header}`,
      word: 'differs',
      place: [headers, /x-present-when: terminal-has-secret-key/],
    },
    {
      fault: 'a signature over a re-serialised body',
      only: completed,
      server: payment((answer) => ({
        ...answer,
        body: Buffer.from(JSON.stringify(JSON.parse(Buffer.from(answer.body).toString('utf8')), null, 1)),
      })),
      at: `/headers/${signature_header}`,
      place: [headers, /ResponseSignature:/],
    },
    {
      fault: 'a signature in capital letters',
      only: completed,
      server: payment(
        withHeaders((all) => {
          all[signatureHeader] = (all[signatureHeader] ?? '').toUpperCase();
        }),
      ),
      at: `/headers/${signature_header}`,
      word: 'differs',
      place: ['openapi/common/schemas.yaml', /pattern: \^\[0-9a-f\]\{64\}\$/],
    },
    {
      fault: 'an answer that was signed long ago',
      only: completed,
      server: payment((answer) => {
        const timestamp = String(Number(answer.headers[timestampHeader]) - 301 - signing.tolerance_seconds);
        return signed({ ...answer, headers: { ...answer.headers, [timestampHeader]: timestamp } }, answer);
      }),
      at: `/headers/${timestamp_header}`,
      place: [headers, /ResponseTimestamp:/],
    },
    {
      fault: 'a forged signature that is believed, where it is not said that signatures are demanded',
      only: 'listTransactions signature with one digit changed',
      server: { request: (request) => ({ ...request, headers: withoutSignature(request.headers) }) },
      at: '/status',
      word: 'differs',
      place: [errors, /http: \[401\]/],
    },
    {
      fault: 'a forged signature that is believed, where signatures are demanded',
      only: 'createPayment with a wrong signature, where signatures are demanded',
      server: { answer: on('createPayment', 401, success) },
      at: '/status',
      place: [errors, /http: \[401\]/],
    },
  ];
}
