// What is refused before there is an operation: it gets the contract's envelope as well.
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasUnclearHost } from '../../../foundation/http/unclear-host.ts';
import { failure } from '../contract/envelopes.ts';
import { ApiError } from '../contract/errors.ts';
import { message } from '../contract/messages.ts';
import type { Services } from '../core/services.ts';
import { noSuchOperation } from '../request/no-such-operation.ts';
import { ofNobody } from '../request/of-nobody.ts';
import { jsonType, sendFailure } from './errors.ts';

/** What Node's parser tells of a request that it could not read, with its first bytes. */
interface Unreadable {
  code?: string;
  rawPacket?: unknown;
}

/**
 * Refuses what cannot even be read as HTTP; written by hand, because there is no request.
 * @param pageFor the whole answer for those who read pages; undefined where the API's envelope is due.
 */
export function refuseUnreadable(services: Services, pageFor: (error: Unreadable) => string | undefined) {
  return (error: Unreadable, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const page = pageFor(error);
    if (page !== undefined) return void socket.end(page);
    const { text } = failure(
      new ApiError('ErrorMalformedBody', { validation: { body: [message('malformed_body')] } }),
      ofNobody(services),
    );
    socket.end(
      `HTTP/1.1 400 Bad Request\r\nContent-Type: ${jsonType}\r\nContent-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
    );
  };
}

/** Refuses a path that leads to no operation. */
export function refuseUnknown(services: Services) {
  return (request: FastifyRequest, reply: FastifyReply): void => {
    void sendFailure(reply, noSuchOperation(request.url), ofNobody(services));
  };
}

/** Before anything is known of the request that the hooks of its operation rely on. */
function refuseAtOnce(services: Services, field: 'host' | 'expect', response: ServerResponse): void {
  const error = new ApiError('ErrorMalformedBody', {
    validation: { [field]: [message(field === 'host' ? 'required' : 'const', { field })] },
  });
  const { status, text } = failure(error, ofNobody(services));
  const length = Buffer.byteLength(text);
  response.writeHead(status, { 'Content-Type': jsonType, 'Content-Length': length, Connection: 'close' });
  response.end(text);
}

/** Refuses expectations, unclear hosts and unknown paths, in this order; registered before everything else. */
export function refuseBeforeRouting(app: FastifyInstance, services: Services): void {
  // Without a listener Node answers 417 by itself, which is no status of the contract, and with nothing in it.
  app.server.on('checkExpectation', (_request, response: ServerResponse) =>
    refuseAtOnce(services, 'expect', response),
  );
  app.addHook('onRequest', (request, reply, done) => {
    if (!hasUnclearHost(request.raw)) return done();
    reply.hijack();
    refuseAtOnce(services, 'host', reply.raw);
  });
  const refuse = refuseUnknown(services);
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done();
    refuse(request, reply);
  });
}
