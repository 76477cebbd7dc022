// Signatures over the bytes that travel: those of requests are examined, those of answers are made.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { type ErrorName, operations, signing } from '../../../generated/facts.ts';
import { unixSeconds } from '../clock.ts';
import { ApiError } from '../contract/errors.ts';

/** @returns the HMAC-SHA256 of the parts joined by the separator, in lower-case hexadecimal. */
export function hmac(secret: string, parts: readonly (string | Buffer)[], separator: string): string {
  // One piece is hashed faster than many; bytes that may be no text are joined as bytes.
  const message = parts.every((part) => typeof part === 'string')
    ? parts.join(separator)
    : Buffer.concat(
        parts.flatMap((part, index) => [Buffer.from(index > 0 ? separator : ''), Buffer.from(part)]),
      );
  return createHmac('sha256', secret).update(message).digest('hex');
}

const { request: ofRequest, response: ofResponse, tolerance_seconds: tolerance } = signing;
const signatureHeader = ofRequest.signature_header.toLowerCase();
const timestampHeader = ofRequest.timestamp_header.toLowerCase();

/** The path after /v2/ as it travelled, without the query. */
export function endpointOf(url: string): string {
  const [path = ''] = url.split('?', 1);
  return path.startsWith(ofRequest.endpoint_prefix) ? path.slice(ofRequest.endpoint_prefix.length) : path;
}

/** @returns the signature of a request: METHOD:endpoint:body:timestamp (docs/decisions/0008). */
export function requestSignature(
  secret: string,
  {
    method,
    endpoint,
    body,
    timestamp,
  }: { method: string; endpoint: string; body: string | Buffer; timestamp: string },
): string {
  return hmac(secret, [method.toUpperCase(), endpoint, body, timestamp], ofRequest.separator);
}

/** What is wrong with the signature of a request, if anything (docs/decisions/0051). */
function examine(request: FastifyRequest): 'absent' | 'valid' | ErrorName {
  const { call } = request;
  const { caller } = call;
  if (!caller?.secretKey || !operations[call.operation].requestSigning) return 'absent';
  const signature = request.headers[signatureHeader];
  const timestamp = request.headers[timestampHeader];
  if (typeof signature !== 'string' || typeof timestamp !== 'string') {
    return caller.requireSignature ? 'ErrorSignatureMissing' : 'absent';
  }
  const seconds = /^[0-9]{1,15}$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  if (!(Math.abs(seconds - unixSeconds(call.now)) <= tolerance)) return 'ErrorTimestampInvalid';
  if (!/^[0-9a-f]{64}$/.test(signature)) return 'ErrorSignatureInvalid';
  const expected = requestSignature(caller.secretKey, {
    method: request.method,
    endpoint: endpointOf(request.url),
    body: call.rawBody,
    timestamp,
  });
  return timingSafeEqual(Buffer.from(expected), Buffer.from(signature)) ? 'valid' : 'ErrorSignatureInvalid';
}

/** Examines the signature; whether it is refused comes later, since a bad one uses up the limit first. */
export const signatureExamination = fp(async (app: FastifyInstance) => {
  app.addHook('preValidation', (request, _reply, done) => {
    request.call.signature = examine(request);
    done();
  });
});

/** Refuses a request whose signature is missing where it is demanded, late or wrong. */
export const signatureEnforcement = fp(async (app: FastifyInstance) => {
  app.addHook('preValidation', (request, _reply, done) => {
    const { signature } = request.call;
    done(signature === 'absent' || signature === 'valid' ? undefined : new ApiError(signature));
  });
});

/** Signs every /v2 answer of a terminal that has a secret key, errors as well (docs/decisions/0010). */
export const responseSigning = fp(async (app: FastifyInstance) => {
  app.addHook('onSend', (request, reply, payload, done) => {
    const { caller, now, contract, operation } = request.call;
    const isSigned =
      request.url.startsWith(ofResponse.path_prefix) && contract.isSigned(operation, reply.statusCode);
    if (caller?.secretKey && typeof payload === 'string' && isSigned) {
      const timestamp = String(unixSeconds(now));
      reply.header(ofResponse.timestamp_header, timestamp);
      reply.header(
        ofResponse.signature_header,
        hmac(caller.secretKey, [payload, timestamp], ofResponse.separator),
      );
    }
    done();
  });
});
