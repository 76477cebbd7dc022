// Who is calling: the bearer token, then the address, then whether the terminal may be used (docs/decisions/0050).
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { operations } from '../../../generated/facts.ts';
import { listHas } from '../addresses.ts';
import { isoInTehran } from '../calendar.ts';
import { ApiError } from '../contract/errors.ts';
import type { Services } from '../services.ts';
import type { TokenRefusal } from '../terminals/caller.ts';
import { callerOfToken } from '../terminals/lookup.ts';
import { countByAddress } from './rate-limits.ts';

/** The token of the header, whose scheme may be spelt in any case; undefined when there is none. */
export function bearerToken(header: string | undefined): string | undefined {
  return /^bearer +(\S.*)$/i.exec(header ?? '')?.[1]?.trimEnd();
}

function absenceOf(header: string | undefined): TokenRefusal {
  return header === undefined ? 'missing' : 'not a bearer token';
}

async function authenticate(request: FastifyRequest, services: Services): Promise<void> {
  const { call } = request;
  if (!operations[call.operation].token) return;
  const token = bearerToken(request.headers.authorization);
  const found = token === undefined ? undefined : await callerOfToken(services, token);
  if (!found || 'failure' in found) {
    call.tokenRefusal = found?.failure ?? absenceOf(request.headers.authorization);
    // Whoever guesses tokens is counted by address, and waits like everybody else.
    await countByAddress(call, services);
    if (!found) throw new ApiError('ErrorCredentialsMissing');
    request.log.info({ reason: found.failure, request_id: call.requestId }, 'token refused');
    throw new ApiError('ErrorCredentialsInvalid');
  }
  const { caller } = found;
  call.caller = caller;
  if (caller.dialects !== null) call.contract = await services.contracts.of(caller.dialects);
  call.now = found.now;
  if (caller.seed !== null) {
    await services.seeds.prepare(caller.terminalId, caller.seed);
    call.requestId = services.seeds.of(caller.terminalId).requestId();
  }
  if (caller.ipAllowList && !listHas(caller.ipAllowList, call.ip)) throw new ApiError('ErrorIpNotAllowed');
  if (caller.terminalState !== 'active') throw new ApiError('ErrorTerminalInactive');
}

export const authentication = fp(async (app: FastifyInstance, { services }: { services: Services }) => {
  app.addHook('onRequest', (request) => authenticate(request, services));
  // The old token of a rotation says on every answer when it will stop working.
  app.addHook('onSend', (request, reply, _payload, done) => {
    const graceEndsAt = request.call.caller?.graceEndsAt ?? null;
    if (graceEndsAt !== null) {
      reply.header('X-Token-Deprecated', 'true');
      reply.header('X-Token-Deprecated-Expires-At', isoInTehran(graceEndsAt));
    }
    done();
  });
});
