// openapi-fetch over the gateway's fetch: real Requests for middleware, light ones as long as there is none.
import openapiFetch, { type Client, type Middleware } from 'openapi-fetch';
import { LightRequest } from './asked.ts';
import type { GatewayPaths } from './paths.ts';

/** `GET`, `POST` and their siblings, `request`, `use` and `eject`, as openapi-fetch gives them. */
export type PathClient = Client<GatewayPaths>;

/** A call without the types by path, for callers whose own types have told what is right. */
export type UntypedRequest = (
  method: string,
  path: string,
  init?: { middleware?: Middleware[]; fetch?: unknown; [option: string]: unknown },
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

const readAsText: unknown[] = ['json', 'text'];

/** @param fetch takes a Request or a LightRequest. */
export function createPathClient(baseUrl: string, fetch: (request: Request) => Promise<Response>) {
  const api = openapiFetch<GatewayPaths>({ baseUrl, fetch });
  // Whoever once looked at requests gets real ones for good.
  let watched = false;
  const request: UntypedRequest = (method, path, init) => {
    const { middleware, fetch, parseAs = 'json' } = init ?? {};
    const seen = watched || middleware || fetch || !readAsText.includes(parseAs);
    return (api.request as UntypedRequest)(method, path, seen ? init : { Request: LightRequest, ...init });
  };
  const verbs = Object.keys(api).filter((name) => name === name.toUpperCase());
  return {
    ...api,
    ...Object.fromEntries(
      verbs.map((verb) => [verb, (path: string, init?: object) => request(verb, path, { ...init })]),
    ),
    request,
    use: (...middleware: Middleware[]) => {
      watched = true;
      api.use(...middleware);
    },
  } as PathClient;
}
