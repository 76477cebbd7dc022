// Recognises requests that other web pages, or the outside world, make to the panel in somebody's browser.
import type { FastifyRequest } from 'fastify';
import { isLoopback, isLoopbackHost } from '../../addresses.ts';
import type { Settings } from '../../services.ts';

/** Whether only this machine reaches the panel; everywhere else it needs a password. */
export function isPrivate({ onLoopback, publicUrl }: Settings): boolean {
  return onLoopback && (publicUrl === '' || isLoopbackHost(new URL(publicUrl).hostname));
}

const hostWithoutPort = (host: string) => host.replace(/:[0-9]+$/, '');

/**
 * A request to an open panel that does not come from this machine's own user: by a name that DNS has led
 * here, or through a proxy that lets others in.
 */
export function isUninvited(request: FastifyRequest): boolean {
  const { host = '', forwarded, 'x-forwarded-for': forwardedFor } = request.headers;
  return (
    !isLoopback(request.ip) ||
    !isLoopbackHost(hostWithoutPort(host)) ||
    forwarded !== undefined ||
    forwardedFor !== undefined
  );
}

/** Whether a change comes from a page of another origin, as far as the browser says. */
export function isForeignChange({ headers }: FastifyRequest, { publicUrl }: Settings): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers;
  if (site !== undefined && site !== 'same-origin') return true;
  if (origin === undefined) return false;
  if (!URL.canParse(origin)) return true;
  const from = new URL(origin).host;
  return from !== host && !(URL.canParse(publicUrl) && from === new URL(publicUrl).host);
}
