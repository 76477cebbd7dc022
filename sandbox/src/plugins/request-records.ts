// Keeps the last requests with their answers, those of each terminal and those of nobody, for the panel and the control API.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { operations } from '../../../generated/facts.ts';
import type { Services } from '../core/services.ts';
import type { Observed } from '../observed/observed.ts';
import { pathOfUnknown, type RequestRecord } from '../observed/request-record.ts';

export const requestRecords = fp(
  async (
    app: FastifyInstance,
    {
      services: { clock },
      observed: { requests, unknownCallers },
    }: { services: Services; observed: Pick<Observed, 'requests' | 'unknownCallers'> },
  ) => {
    let sequence = 0;
    const recordOf = (request: FastifyRequest, reply: FastifyReply, payload: unknown): RequestRecord => {
      const { requestId, now, operation, signature, rawBody, fault, startedAt } = request.call;
      sequence += 1;
      return {
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
        answerHeaders: reply.getHeaders(),
        requestText: rawBody.toString(),
        answerText: typeof payload === 'string' ? payload : '',
      };
    };
    // On sending, so that whoever has the answer finds the record.
    app.addHook('onSend', (request, reply, payload, done) => {
      const { caller, tokenRefusal, operation } = request.call;
      if (caller) {
        requests.add(caller.terminalId, recordOf(request, reply, payload));
      } else if (tokenRefusal !== undefined || !operations[operation].token) {
        // Anybody may send these: neither their headers nor a body is kept, and little of a path.
        unknownCallers.add(tokenRefusal === undefined ? 'not needed' : 'refused', {
          ...recordOf(request, reply, payload),
          token: tokenRefusal ?? 'not needed',
          path: pathOfUnknown(request.url),
          requestHeaders: {},
          requestText: '',
        });
      }
      done();
    });
  },
);
