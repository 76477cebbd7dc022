// Who may use the control API: this machine, or whoever knows the control token.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { isForeignChange } from '../core/foreign-page.ts';
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

function hasBody({ headers }: FastifyRequest): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

/**
 * Keeps web pages and other machines out: a page cannot send JSON or a header of its own unasked, nor name this
 * host after a DNS trick. It can send a form without any field, but its browser says then where that comes from.
 * Wrong tokens are counted by address, and too many of them have to wait.
 * @throws Mistake when the request comes from elsewhere.
 */
export async function refuseStrangers(
  request: FastifyRequest,
  settings: Settings,
  guesses: Guesses,
  now: number,
): Promise<void> {
  const { controlToken } = settings;
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
  const isJson = /^application\/json\b/i.test(request.headers['content-type'] ?? '');
  if (request.method === 'POST' && !isJson && (hasBody(request) || isForeignChange(request, settings))) {
    throw new Mistake('Send JSON with the header Content-Type: application/json.');
  }
}
