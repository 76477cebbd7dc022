// Opens the record of each request to an operation: its identifier, its moment, and the raw bytes of its body.
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { normalAddress } from '../addresses.ts';
import type { Call } from '../call.ts';
import type { Services } from '../services.ts';
import { noSuchOperation } from './errors.ts';

const nothing = Buffer.alloc(0);

export const calls = fp(async (app: FastifyInstance, { services }: { services: Services }) => {
  const { clock, gatewayClock, identifiers, contracts } = services;
  app.decorateRequest('call', null as unknown as Call);
  app.addHook('onRequest', (request, _reply, done) => {
    const { operation } = request.routeOptions.config;
    if (!operation) throw new Error('A route of the API must name its operation.');
    request.call = {
      operation,
      requestId: identifiers.requestId(),
      startedAt: clock.elapsed(),
      now: gatewayClock.now(),
      ip: normalAddress(request.ip),
      contract: contracts.byDefault,
      caller: undefined,
      tokenRefusal: undefined,
      rawBody: nothing,
      body: undefined,
      path: {},
      query: {},
      idempotencyKey: undefined,
      signature: 'absent',
      rateWindow: undefined,
      fault: undefined,
    };
    // The router takes an empty segment for a parameter; the contract has no such path.
    const isEmpty = (parameter: unknown) => parameter === '';
    done(Object.values(request.params as object).some(isEmpty) ? noSuchOperation(request.url) : undefined);
  });
  // Signatures and fingerprints cover the bytes that travelled, so nothing may be parsed before its time.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    request.call.rawBody = body as Buffer;
    done(null, undefined);
  });
});
