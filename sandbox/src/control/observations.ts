// What the control API shows of a terminal: the requests that came, and why signatures were refused.
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { bearerToken } from '../plugins/authentication.ts';
import type { SignatureFailure } from '../plugins/signature-failures.ts';
import type { Services } from '../services.ts';
import { callerOfToken } from '../terminals/lookup.ts';
import type { Recent } from './recent.ts';
import { type RequestRecord, shown } from './request-record.ts';

export interface Observed {
  requests: Recent<RequestRecord>;
  signatureFailures: Recent<SignatureFailure>;
}

interface Asked {
  Querystring: { terminal?: string; after?: string };
}

/** The terminal that is asked about: by its id, or by its token for whoever has nothing else. */
async function terminalOf(request: FastifyRequest<Asked>, services: Services): Promise<string | undefined> {
  const { terminal } = request.query;
  if (terminal) return terminal;
  const token = bearerToken(request.headers.authorization);
  const found = token === undefined ? undefined : await callerOfToken(services, token);
  return found && 'caller' in found ? found.caller.terminalId : undefined;
}

const unnamed = {
  error: 'Say which terminal: ?terminal=ID, or its token as Authorization: Bearer.',
};

export async function observations(
  app: FastifyInstance,
  { services, observed }: { services: Services; observed: Observed },
): Promise<void> {
  app.get<Asked>('/_sandbox/requests', async (request, reply) => {
    const terminal = await terminalOf(request, services);
    if (terminal === undefined) return reply.code(400).send(unnamed);
    const after = Number(request.query.after ?? 0);
    const entries = observed.requests.of(terminal).filter(({ sequence }) => !(sequence <= after));
    return { requests: entries.map(shown) };
  });

  app.get<Asked>('/_sandbox/signature-failures', async (request, reply) => {
    const terminal = await terminalOf(request, services);
    if (terminal === undefined) return reply.code(400).send(unnamed);
    return { failures: observed.signatureFailures.of(terminal) };
  });
}
