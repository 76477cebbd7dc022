// Which addresses a webhook may have: https, and plain http to this machine while the sandbox is local itself.
import { isLoopbackHost } from '../core/addresses.ts';

/** Whether a URL is plain http to a loopback address. */
function isLocalHttp(url: unknown): url is string {
  if (typeof url !== 'string' || !url.startsWith('http://') || !URL.canParse(url)) return false;
  return isLoopbackHost(new URL(url).hostname);
}

/** The body with a local http address written as https, so that the contract's rule lets it pass. */
export function loopbackUrlAsHttps(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('url' in body) || !isLocalHttp(body.url)) return body;
  return { ...body, url: body.url.replace('http:', 'https:') };
}
