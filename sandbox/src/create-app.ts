// The HTTP server below everything: its limits, and what it refuses before there is an operation.
import { type FastifyInstance, fastify, LogController } from 'fastify';
import { sandbox as sandboxFacts } from '../../generated/facts.ts';
import type { Services } from './core/services.ts';
import { unreadableAddress } from './panel/unreadable-address.ts';
import { refuseBeforeRouting, refuseUnknown, refuseUnreadable } from './plugins/before-routing.ts';

export function createApp(services: Services): FastifyInstance {
  const refuse = refuseUnknown(services);
  const app = fastify({
    loggerInstance: services.log,
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (logger) => logger,
    genReqId: () => '',
    bodyLimit: sandboxFacts.body_limit_bytes,
    exposeHeadRoutes: false,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    // Node's own answer to a request without a host has no envelope; ours has.
    http: { requireHostHeader: false },
    routerOptions: { maxParamLength: 16_384 },
    clientErrorHandler: refuseUnreadable(services, unreadableAddress),
    // A path that cannot be decoded is one that does not exist.
    frameworkErrors: (_error, request, reply) => refuse(request, reply),
  });
  refuseBeforeRouting(app, services);
  return app;
}
