// What is asked of the gateway, its bytes read once: from any Request or address, or from a light stand-in for both.
import type { CallOptions } from './results.ts';

/** What may be said of a request: as for `fetch`, and what may be set for one call. */
export type GatewayRequestInit = RequestInit & CallOptions;

type Init = Omit<GatewayRequestInit, 'headers'> & { headers: Headers };

/**
 * As much of a Request as the client reads, with the body as its text. openapi-fetch makes these instead of real ones
 * as long as nobody else looks at them: to build a real one and to read its body again costs more than the rest.
 */
export class LightRequest {
  declare readonly url: string;
  declare readonly method: string;
  declare readonly headers: Headers;
  declare readonly body?: string;
  declare readonly signal?: AbortSignal;
  declare readonly timeoutMs?: number;
  declare readonly retries?: number;
  /** Whether nobody will read the Response: what is known of it is enough. */
  declare readonly unread?: boolean;

  constructor(url: string, init: Init) {
    Object.assign(this, init, { url });
  }
}

/**
 * Reads what `fetch` would take.
 * @throws TypeError for what is no request, and for a body that somebody has read before.
 */
export async function readRequest(
  input: LightRequest | Request | URL | string,
  init?: GatewayRequestInit,
): Promise<LightRequest> {
  const light = input instanceof LightRequest;
  if (light && typeof (input.body ?? '') === 'string') return input;
  const real = light ? new Request(input.url, input) : new Request(input, init);
  const { url, method, headers, signal } = real;
  // openapi-fetch leaves the options that it does not know at the request.
  const { timeoutMs, retries } = { ...(input as CallOptions), ...init };
  const body = (await real.text()) || undefined;
  return new LightRequest(url, { method, headers, signal, timeoutMs, retries, body });
}
