// Who may use the control API: this machine, or whoever knows the control token.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Settings } from '../core/services.ts';
import { isFromThisMachine, isPrivate } from '../core/this-machine.ts';
import type { Guesses } from './guesses.ts';
import { Mistake } from './mistake.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

function knowsToken({ headers }: FastifyRequest, token: string): boolean {
  const sent = headers['x-control-token'];
  // Of equal length, so that the comparison tells nothing of the token.
  return typeof sent === 'string' && timingSafeEqual(digest(sent), digest(token));
}

/** Whether there is a control API at all. */
export function hasControlApi(settings: Settings): boolean {
  return isPrivate(settings) || settings.controlToken !== undefined;
}

/**
 * Keeps web pages and other machines out: a page cannot send JSON or a header of its own unasked, nor name this
 * host after a DNS trick. Wrong tokens are counted by address, and too many of them have to wait.
 * @throws Mistake when the request comes from elsewhere.
 */
export async function refuseStrangers(
  request: FastifyRequest,
  { controlToken }: Settings,
  guesses: Guesses,
  now: number,
): Promise<void> {
  if (controlToken === undefined) {
    if (!isFromThisMachine(request)) {
      throw new Mistake('The control API answers on this machine only.', 403);
    }
  } else {
    const wait = Math.ceil(guesses.wait(request.ip, now) / 1000);
    if (wait > 0)
      throw new Mistake(`Too many wrong control tokens came from here: wait ${wait} seconds.`, 429);
    if (!knowsToken(request, controlToken)) {
      await guesses.wrong(request.ip, now);
      throw new Mistake('Send the control token of this sandbox in the header X-Control-Token.', 403);
    }
  }
  if (request.method === 'POST' && !/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new Mistake('Send JSON with the header Content-Type: application/json.');
  }
}
