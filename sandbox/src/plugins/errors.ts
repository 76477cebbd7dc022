// Turns whatever goes wrong into the contract's error envelope; nothing leaves the API in another form.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { type FailedCall, failure } from '../contract/envelopes.ts';
import { ApiError } from '../contract/errors.ts';
import { message } from '../contract/messages.ts';
import type { Services } from '../core/services.ts';
import { limitRate } from '../request/limit-rate.ts';
import { walk } from '../request/walk.ts';

export const jsonType = 'application/json; charset=utf-8';

export function sendFailure(reply: FastifyReply, error: ApiError, call: FailedCall): FastifyReply {
  const { status, text } = failure(error, call);
  return reply
    .code(status)
    .headers(error.headers ?? {})
    .type(jsonType)
    .send(text);
}

/** What the server's own refusals mean in the contract's words (docs/decisions/0041). */
function refusedBody(error: FastifyError): ApiError | undefined {
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new ApiError('ErrorMalformedBody', { validation: { body: [message('body_too_large')] } });
  }
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return new ApiError('ErrorMalformedBody', { validation: { body: [message('malformed_body')] } });
  }
  return undefined;
}

async function translate(error: unknown, request: FastifyRequest, services: Services): Promise<ApiError> {
  if (error instanceof ApiError) return error;
  const refused = refusedBody(error as FastifyError);
  if (refused) {
    // The body is read before the limits are counted; an oversized one uses them up all the same.
    return walk([limitRate], request.call, services).then(
      (limited) => limited ?? refused,
      () => refused,
    );
  }
  request.log.error({ err: error, request_id: request.call.requestId }, 'unexpected failure');
  return new ApiError('ErrorUnexpected');
}

export const errorEnvelopes = fp(async (app: FastifyInstance, { services }: { services: Services }) => {
  app.setErrorHandler(async (error, request, reply) => {
    return sendFailure(reply, await translate(error, request, services), request.call);
  });
});
