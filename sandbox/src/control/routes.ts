// The control API under /_sandbox: what tests need and no gateway offers; each route is checked by its own document.
import type { FastifyInstance, FastifyReply } from 'fastify';
import { refuseStrangers } from './access.ts';
import { controlOperations } from './document.ts';
import { countedGuesses } from './guesses.ts';
import { Mistake } from './mistake.ts';
import { controlHandlers } from './operations.ts';
import { reader } from './validation.ts';
import type { Workshop } from './workshop.ts';

/** A body of no bytes is none, whatever its type: where no field is required, nothing has to be sent. */
function takeEmptyBodies(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser<string>('*', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null, undefined) : parseJson(request, body, done),
  );
}

export async function controlApi(app: FastifyInstance, workshop: Workshop): Promise<void> {
  const { services } = workshop;
  const guesses = countedGuesses(() => services.rates, 'control-token');
  app.addHook('onRequest', (request) =>
    refuseStrangers(request, services.settings, guesses, services.clock.now()),
  );
  takeEmptyBodies(app);
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply: FastifyReply) => {
    if (error instanceof Mistake) return reply.code(error.status).send({ error: error.message });
    if (error.statusCode !== undefined && error.statusCode < 500) {
      return reply.code(400).send({ error: 'The body is not JSON.' });
    }
    services.log.error({ err: error }, 'the control API failed');
    return reply
      .code(500)
      .send({ error: 'Something unforeseen happened; the log of the sandbox says what.' });
  });
  for (const operation of controlOperations) {
    const { id, method, path, successStatus } = operation;
    const read = reader(operation);
    // The table's types have checked each handler against the document.
    const handler = controlHandlers[id] as unknown as (call: object, workshop: Workshop) => Promise<object>;
    app.route({
      method,
      url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
      handler: async (request, reply) => {
        const checked = read(request);
        const answer = await handler({ ...checked, request }, workshop);
        return reply.code(successStatus).send(answer);
      },
    });
  }
}
