// Who may use the control API: this machine, or whoever knows the control token.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Settings } from '../services.ts';
import { isFromThisMachine } from '../this-machine.ts';
import { Mistake } from './mistake.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

function knowsToken({ headers }: FastifyRequest, token: string): boolean {
  const sent = headers['x-control-token'];
  // Of equal length, so that the comparison tells nothing of the token.
  return typeof sent === 'string' && timingSafeEqual(digest(sent), digest(token));
}

/** Whether there is a control API at all. */
export function hasControlApi({ onLoopback, controlToken }: Settings): boolean {
  return onLoopback || controlToken !== undefined;
}

/**
 * Keeps web pages and other machines out: a page cannot send JSON or a header of its own unasked, nor name this
 * host after a DNS trick.
 * @throws Mistake when the request comes from elsewhere.
 */
export function refuseStrangers(request: FastifyRequest, { controlToken }: Settings): void {
  if (controlToken === undefined) {
    if (!isFromThisMachine(request)) {
      throw new Mistake('The control API answers on this machine only.', 403);
    }
  } else if (!knowsToken(request, controlToken)) {
    throw new Mistake('Send the control token of this sandbox in the header X-Control-Token.', 403);
  }
  if (request.method === 'POST' && !/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new Mistake('Send JSON with the header Content-Type: application/json.');
  }
}
