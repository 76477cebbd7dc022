// Leads browsers that come to the sandbox's bare address to the panel; programs get the contract's error, as for any unknown path.
import type { FastifyInstance } from 'fastify';
import { noSuchOperation, sendFailure } from '../plugins/errors.ts';
import type { Services } from '../services.ts';
import { redirect } from './frame/reply.ts';

export async function frontDoor(app: FastifyInstance, { services }: { services: Services }): Promise<void> {
  app.get('/', async (request, reply) => {
    if (/\btext\/html\b/i.test(request.headers.accept ?? '')) return redirect(reply, '/dashboard');
    return sendFailure(reply, noSuchOperation(request.url), {
      requestId: services.identifiers.requestId(),
      now: services.gatewayClock.now(),
      contract: services.contracts.byDefault,
    });
  });
}
