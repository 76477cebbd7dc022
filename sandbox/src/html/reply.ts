// Sends pages, and redirects between them, with the headers that keep everything foreign out.
import type { FastifyReply } from 'fastify';

/** Nothing but the page's own style, font and scripts, and no page of others around it. */
const ownThingsOnly = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "script-src 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/**
 * @param directives what the content security policy says besides, such as where forms may go.
 * @param more further headers.
 * @returns the headers of every page of a room, and how it answers with them.
 */
export function pagesWith(directives: readonly string[], more: Record<string, string>) {
  const headers: Record<string, string> = {
    'Content-Security-Policy': [...ownThingsOnly, ...directives].join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
    ...more,
  };
  return {
    headers,
    sendPage: (reply: FastifyReply, status: number, page: string): FastifyReply =>
      reply.code(status).headers(headers).type('text/html; charset=utf-8').send(page),
    /** After a change: the browser fetches the page anew, so that reloading it changes nothing again. */
    redirect: (reply: FastifyReply, to: string): FastifyReply =>
      reply.code(303).headers(headers).header('Location', to).send(),
  };
}
