// The API: each of its operations with the checks before it, and whatever watches or disturbs its answers.
import type { FastifyInstance } from 'fastify';
import type { OperationId } from '../../generated/facts.ts';
import { operations } from '../../generated/facts.ts';
import { hasControlApi } from './control/access.ts';
import type { Metrics } from './core/metrics.ts';
import { handlers } from './core/operations.ts';
import type { Services } from './core/services.ts';
import type { Observed } from './observed/observed.ts';
import { answers } from './plugins/answers.ts';
import { checks } from './plugins/checks.ts';
import { errorEnvelopes, jsonType } from './plugins/errors.ts';
import { faults } from './plugins/faults.ts';
import { measuring } from './plugins/measuring.ts';
import { requestRecords } from './plugins/request-records.ts';
import { signatureFailures } from './plugins/signature-failures.ts';

/** `/v2/payments/{authority}` as the router writes it. */
function routePath(path: string): string {
  return path.replaceAll(/\{([^}]+)\}/g, ':$1');
}

export async function api(
  app: FastifyInstance,
  { services, metrics, observed }: { services: Services; metrics: Metrics; observed: Observed },
): Promise<void> {
  await app.register(checks, { services });
  await app.register(measuring, { services, metrics });
  await app.register(errorEnvelopes, { services });
  await app.register(answers);
  const mayLook = hasControlApi(services.settings);
  // For the panel and for developers on this machine; where nobody could look, requests are not kept.
  if (mayLook || services.settings.panelPassword !== undefined) {
    await app.register(requestRecords, { services, observed });
  }
  // Finding the cause costs far more than the check itself: a public sandbox would invite floods with it.
  if (mayLook) await app.register(signatureFailures, { services, observed });
  await app.register(faults, { services });
  for (const [operation, handler] of Object.entries(handlers)) {
    const { method, path } = operations[operation as OperationId];
    app.route({
      method,
      url: routePath(path),
      config: { operation: operation as OperationId },
      handler: async (request, reply) => {
        const { status, text } = await handler(request.call, services);
        return reply.code(status).type(jsonType).send(text);
      },
    });
  }
}
