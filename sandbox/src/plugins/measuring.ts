// Counts every answer of the API and how long it took, and writes a line of the log for it.
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { Metrics } from '../core/metrics.ts';
import type { Services } from '../core/services.ts';

export const measuring = fp(
  async (app: FastifyInstance, { services, metrics }: { services: Services; metrics: Metrics }) => {
    const { clock } = services;
    app.addHook('onResponse', (request, reply, done) => {
      const { operation, startedAt, requestId, caller } = request.call;
      const milliseconds = clock.elapsed() - startedAt;
      metrics.observe(operation, reply.statusCode, milliseconds / 1000);
      if (services.logsRequests) {
        request.log.info(
          {
            operation,
            status: reply.statusCode,
            ms: Math.round(milliseconds),
            request_id: requestId,
            terminal: caller?.terminalId,
          },
          'answered',
        );
      }
      done();
    });
  },
);
