// The back office's way to the gateway: a route of the shop's own server, since a token never reaches a browser.
import { type GatewayFetch, IranDargahError } from '@irandargah/client';

/** What the staff may do; everything else stays on the server. */
const allowed = [
  /^GET \/v2\/transactions$/,
  /^GET \/v2\/transactions\/[^/]+$/,
  /^GET \/v2\/reports\/daily$/,
  /^POST \/v2\/payments\/[^/]+\/cancel$/,
];

/**
 * Makes the handler of the route, from Request to Response.
 * @param prefix the path of the route, `/back-office/gateway` for example.
 * @param isStaff tells by the session of the shop whether this is a member of the staff.
 */
export function createGatewayRoute(
  gatewayFetch: GatewayFetch,
  prefix: string,
  isStaff: (request: Request) => boolean | Promise<boolean>,
): (request: Request) => Promise<Response> {
  return async (request) => {
    if (!(await isStaff(request))) return Response.json({ error: { message: 'Sign in.' } }, { status: 401 });
    const { pathname, search } = new URL(request.url);
    const path = pathname.slice(prefix.length);
    if (!allowed.some((one) => one.test(`${request.method} ${path}`))) {
      return Response.json({ error: { message: 'Not in the back office.' } }, { status: 403 });
    }
    try {
      // Nothing of the browser travels on: neither its cookies nor what it claims to be.
      const answer = await gatewayFetch(`${gatewayFetch.baseUrl}${path}${search}`, {
        method: request.method,
      });
      return new Response(answer.body, {
        status: answer.status,
        headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
      });
    } catch (error) {
      if (!(error instanceof IranDargahError)) throw error;
      const message = error.mayHaveActed ? 'It may have been done: look again.' : 'Please try again.';
      return Response.json({ success: false, error: { code: error.code, message } }, { status: 502 });
    }
  };
}
