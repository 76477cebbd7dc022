// Recognises requests that other web pages make to the sandbox in somebody's browser.
import type { FastifyRequest } from 'fastify';
import type { Settings } from './services.ts';

/** Whether a change comes from a page of another origin, as far as the browser says. */
export function isForeignChange({ headers }: FastifyRequest, { publicUrl }: Settings): boolean {
  const { origin, host, 'sec-fetch-site': site } = headers;
  if (site !== undefined && site !== 'same-origin') return true;
  if (origin === undefined) return false;
  if (!URL.canParse(origin)) return true;
  const from = new URL(origin).host;
  return from !== host && !(URL.canParse(publicUrl) && from === new URL(publicUrl).host);
}
