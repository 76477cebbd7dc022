// Requests that the sandbox itself sends: to addresses that are checked while connecting, without redirects, within a time.
import { type LookupAddress, type LookupOptions, lookup as resolveName } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import type { Response } from 'undici';
import { mayReceiveWebhooks } from './addresses.ts';

class ForbiddenAddress extends Error {}

type Resolve = (
  name: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** Resolves a name and refuses it when any of its addresses is not allowed, so that DNS cannot move it later. */
function guardedLookup(loopbackAllowed: boolean, resolve: Resolve): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return callback(error, []);
      if (
        addresses.length === 0 ||
        !addresses.every(({ address }) => mayReceiveWebhooks(address, loopbackAllowed))
      ) {
        return callback(new ForbiddenAddress('The address is not a public one.'), []);
      }
      const [first] = addresses;
      if (options.all) callback(null, addresses);
      else callback(null, first?.address ?? '', first?.family);
    });
  };
}

export interface OutgoingRequest {
  url: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string;
  /** Seconds until a silent server counts as down. */
  timeout: number;
}

export interface Outgoing {
  /**
   * Sends a request. Redirects are answers like any other.
   * @throws Error that `failureText` can describe.
   */
  send: (request: OutgoingRequest) => Promise<Response>;
  close: () => Promise<void>;
}

/** @returns a short English text on why no answer came. */
export function failureText(error: unknown, timeout: number): string {
  const { cause, name } = error as { cause?: unknown; name?: string };
  if (error instanceof ForbiddenAddress || cause instanceof ForbiddenAddress) return 'Address not allowed';
  if (name === 'TimeoutError' || name === 'AbortError') return `No answer within ${timeout} seconds`;
  const { code } = (cause ?? {}) as { code?: string };
  return code ? `Connection failed (${code})` : 'Connection failed';
}

/** Literals never reach the lookup, in whatever spelling: the URL parser has made each its usual one. */
function isForbiddenLiteral(url: string, loopbackAllowed: boolean): boolean {
  const host = new URL(url).hostname.replaceAll(/^\[|\]$/g, '');
  return isIP(host) !== 0 && !mayReceiveWebhooks(host, loopbackAllowed);
}

/**
 * @param loopbackAllowed whether this machine itself may be called: only while the sandbox is local.
 * @param resolve asks for the addresses of a name; the system's resolver unless a test has its own.
 */
export function createOutgoing(loopbackAllowed: boolean, resolve: Resolve = resolveName): Outgoing {
  // Loaded at the first request, so that the sandbox starts sooner; fetch and agent must be of one undici.
  const load = async () => {
    const { Agent, fetch } = await import('undici');
    return { fetch, dispatcher: new Agent({ connect: { lookup: guardedLookup(loopbackAllowed, resolve) } }) };
  };
  let loading: ReturnType<typeof load> | undefined;
  return {
    send: async ({ url, method, headers, body, timeout }) => {
      if (isForbiddenLiteral(url, loopbackAllowed))
        throw new ForbiddenAddress('The address is not a public one.');
      loading ??= load();
      const { fetch, dispatcher } = await loading;
      return fetch(url, {
        method,
        headers,
        ...(body === undefined ? {} : { body }),
        redirect: 'manual',
        dispatcher,
        signal: AbortSignal.timeout(timeout * 1000),
      });
    },
    close: async () => (await loading)?.dispatcher.destroy(),
  };
}
