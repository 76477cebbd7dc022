// Keeps the last requests of each terminal with their answers, for the control API.
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { Recent } from '../control/recent.ts';
import type { RequestRecord } from '../control/request-record.ts';
import type { Services } from '../services.ts';

export const requestRecords = fp(
  async (
    app: FastifyInstance,
    { services: { clock }, requests }: { services: Services; requests: Recent<RequestRecord> },
  ) => {
    let sequence = 0;
    // On sending, so that whoever has the answer finds the record.
    app.addHook('onSend', (request, reply, payload, done) => {
      const { caller, requestId, now, operation, signature, rawBody, fault, startedAt } = request.call;
      if (caller) {
        sequence += 1;
        requests.add(caller.terminalId, {
          sequence,
          request_id: requestId,
          at: now,
          operation,
          method: request.method,
          path: request.url,
          status: reply.statusCode,
          signature,
          fault: fault ?? null,
          milliseconds: clock.elapsed() - startedAt,
          requestHeaders: { ...request.headers },
          answerHeaders: { ...reply.getHeaders() },
          requestText: rawBody.toString(),
          answerText: typeof payload === 'string' ? payload : '',
        });
      }
      done();
    });
  },
);
