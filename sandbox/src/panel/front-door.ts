// Leads browsers that come to the sandbox's bare address to the panel; programs get the contract's error, as for any unknown path.
import type { FastifyInstance } from 'fastify';
import type { Services } from '../core/services.ts';
import { sendFailure } from '../plugins/errors.ts';
import { noSuchOperation } from '../request/no-such-operation.ts';
import { ofNobody } from '../request/of-nobody.ts';
import { redirect } from './frame/reply.ts';

export async function frontDoor(app: FastifyInstance, { services }: { services: Services }): Promise<void> {
  app.get('/', async (request, reply) => {
    if (/\btext\/html\b/i.test(request.headers.accept ?? '')) return redirect(reply, '/dashboard');
    return sendFailure(reply, noSuchOperation(request.url), ofNobody(services));
  });
}
