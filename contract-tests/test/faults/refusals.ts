// Servers that accept, or refuse, what they should not.

import { randomUUID } from 'node:crypto';
import { errors, idempotency } from '../../../generated/facts.ts';
import type { ReceivedAnswer } from '../../src/judge/exchange.ts';
import { type Changes, type FaultyServer, on, withoutSignature, withStatus } from './change.ts';

const invalid = 'getPayment path authority pattern';
const catalogue = 'openapi/common/errors.yaml';

/** One fault each. */
export function refusalFaults({ withBody, token }: Changes): FaultyServer[] {
  return [
    {
      fault: 'a bad value that crashes the server',
      only: invalid,
      server: {
        answer: on('getPayment', 422, (answer, request) => {
          const crash = withBody((body) => {
            const { code, type, message } = errors.ErrorUnexpected;
            body.error = { code, type, message };
            body.status_code = code;
          });
          return withStatus(500)(crash(answer, request) as ReceivedAnswer);
        }),
      },
      at: '/status',
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
          idempotency.header.toLowerCase() in request.headers
            ? {
                ...request,
                headers: { ...request.headers, [idempotency.header.toLowerCase()]: randomUUID() },
              }
            : request,
      },
      at: '/data/pagination/total',
      place: ['openapi/common/facts.yaml', /idempotency:/],
    },
  ];
}
