// Gives every answer of the API its headers.
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import { answerHeaders } from '../answer/headers.ts';

export const answers = fp(async (app: FastifyInstance) => {
  app.addHook('onSend', (request, reply, payload, done) => {
    const leaving = { status: reply.statusCode, payload };
    for (const headersOf of answerHeaders) {
      const headers = headersOf(request.call, leaving);
      if (headers) reply.headers(headers);
    }
    done();
  });
});
