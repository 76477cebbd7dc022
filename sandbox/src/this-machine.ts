// Tells a request of this machine's own user from one that only arrives here.
import type { FastifyRequest } from 'fastify';
import { isLoopback, isLoopbackHost } from './addresses.ts';

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
