// Takes every request to an operation through its steps, before and after its body is read.
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { OperationId } from '../../../generated/facts.ts';
import type { Call } from '../core/call.ts';
import type { Services } from '../core/services.ts';
import { openCall } from '../request/open-call.ts';
import { beforeTheBody, withTheBody } from '../request/steps.ts';
import { walk } from '../request/walk.ts';

declare module 'fastify' {
  interface FastifyRequest {
    call: Call;
  }
  interface FastifyContextConfig {
    operation?: OperationId;
  }
}

export const checks = fp(async (app: FastifyInstance, { services }: { services: Services }) => {
  app.decorateRequest('call', null as unknown as Call);
  app.addHook('onRequest', async (request) => {
    const { operation } = request.routeOptions.config;
    if (!operation) throw new Error('A route of the API must name its operation.');
    const { method, url, headers, ip } = request;
    const path = request.params as Call['path'];
    request.call = openCall({ operation, method, url, headers, path, ip }, services);
    const refusal = await walk(beforeTheBody, request.call, services);
    if (refusal) throw refusal;
  });
  // Signatures and fingerprints cover the bytes that travelled, so nothing may be parsed before its time.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    request.call.rawBody = body as Buffer;
    done(null, undefined);
  });
  app.addHook('preValidation', async (request) => {
    const refusal = await walk(withTheBody, request.call, services);
    if (refusal) throw refusal;
  });
});
