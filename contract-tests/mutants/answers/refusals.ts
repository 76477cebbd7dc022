// Servers that accept, or refuse, what they should not.

import { randomUUID } from 'node:crypto';
import { errors, idempotency } from '../../../generated/facts.ts';
import type { ReceivedAnswer } from '../../src/judge/exchange.ts';
import { type Change, type Changes, type FaultyServer, on, withoutSignature, withStatus } from './change.ts';

const invalid = 'getPayment path authority pattern';
const key = idempotency.header.toLowerCase();
const catalogue = 'openapi/common/errors.yaml';

/** One fault each. */
export function refusalFaults({ withBody, token }: Changes): FaultyServer[] {
  const crash: Change = (answer, request) => {
    const crashed = withBody((body) => {
      const { code, type, message } = errors.ErrorUnexpected;
      body.error = { code, type, message };
      body.status_code = code;
    })(answer, request);
    return withStatus(500)(crashed as ReceivedAnswer);
  };
  return [
    {
      fault: 'a bad value that crashes the server',
      only: 'createPayment body /amount minimum',
      server: { answer: on('createPayment', 422, crash) },
      at: '/status',
      place: [catalogue, /http: \[422\]/],
    },
    {
      fault: 'a value of no documented form that crashes the server',
      only: invalid,
      server: { answer: on('getPayment', 422, crash) },
      at: '/status',
      word: 'differs',
      place: [catalogue, /http: \[422\]/],
    },
    {
      fault: 'a bad value that is accepted',
      only: 'createPayment body /amount minimum',
      server: {
        request: (request) =>
          request.operation !== 'createPayment' || !request.body
            ? request
            : {
                ...request,
                body: Buffer.from(
                  Buffer.from(request.body)
                    .toString('utf8')
                    .replace(/"amount":[^,]*/, '"amount":100000'),
                ),
                headers: withoutSignature(request.headers),
              },
      },
      at: '/status',
      place: [catalogue, /http: \[422\]/],
    },
    {
      fault: 'a payment that is accepted without a key',
      only: 'createPayment header Idempotency-Key required',
      server: {
        request: (request) => ({
          ...request,
          headers: { [key]: randomUUID(), ...request.headers },
        }),
      },
      at: '/status',
      word: 'differs',
      place: [catalogue, /http: \[422\]/],
    },
    {
      fault: 'a field that nobody has asked for, taken all the same',
      only: 'createPayment body additionalProperties',
      server: {
        request: (request) =>
          request.operation === 'createPayment' && request.body
            ? {
                ...request,
                body: Buffer.from(
                  Buffer.from(request.body)
                    .toString('utf8')
                    .replace(/,"not_in_the_contract":1/, ''),
                ),
                headers: withoutSignature(request.headers),
              }
            : request,
      },
      at: '/status',
      word: 'differs',
      place: [catalogue, /http: \[422\]/],
    },
    {
      fault: 'an error that names no field',
      only: invalid,
      server: {
        answer: on(
          'getPayment',
          422,
          withBody(({ error }) => {
            error.details.validation = { id: ['نامعتبر'] };
          }),
        ),
      },
      at: '/body/error/details/validation',
      word: 'differs',
      place: [catalogue, /validation:/],
    },
    {
      fault: 'a request without a token that is answered',
      only: 'getHealth token',
      server: { answer: on('getHealth', 200, withStatus(401)) },
      at: '/status',
      place: ['openapi/health/get.yaml', /responses:/],
    },
    {
      fault: 'a token of nobody that is let in',
      only: 'listWebhookEvents token of nobody, sandbox',
      server: {
        request: (request) => ({
          ...request,
          headers: { ...withoutSignature(request.headers), authorization: `Bearer ${token()}` },
        }),
      },
      at: '/status',
      place: [catalogue, /http: \[401\]/],
    },
    {
      fault: 'an idempotency key that is ignored',
      only: 'createPayment repeated with one key',
      server: {
        request: (request) =>
          key in request.headers
            ? {
                ...request,
                headers: { ...request.headers, [key]: randomUUID() },
              }
            : request,
      },
      at: '/body/data/transaction/authority',
      place: ['openapi/common/facts.yaml', /idempotency:/],
    },
  ];
}
