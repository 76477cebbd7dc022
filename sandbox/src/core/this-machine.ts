// Tells a request of this machine's own user from one that only arrives here.
import type { FastifyRequest } from 'fastify';
import { isLoopback, isLoopbackHost } from './addresses.ts';
import type { Settings } from './services.ts';

/**
 * Whether only this machine reaches the sandbox. A public address means a proxy before it, whose requests look as if
 * they came from here: then nothing is open without a secret, and no webhook may go to this machine.
 */
export function isPrivate({ onLoopback, publicUrl }: Pick<Settings, 'onLoopback' | 'publicUrl'>): boolean {
  return onLoopback && (publicUrl === '' || isLoopbackHost(new URL(publicUrl).hostname));
}

/**
 * Whether a request that needs no secret may be trusted: not one that comes from another machine, by a name
 * that DNS has led here, or through a proxy that lets others in.
 */
export function isFromThisMachine(request: FastifyRequest): boolean {
  const { host = '', forwarded, 'x-forwarded-for': forwardedFor } = request.headers;
  return (
    isLoopback(request.ip) &&
    isLoopbackHost(host.replace(/:[0-9]+$/, '')) &&
    forwarded === undefined &&
    forwardedFor === undefined
  );
}
