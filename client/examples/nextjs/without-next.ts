// Hands requests to the route handlers as Next.js does, so that the shop can be tried and tested without Next.js.

import * as pay from './app/orders/[id]/pay/route.ts';
import * as order from './app/orders/[id]/route.ts';
import * as comeBack from './app/payment/return/route.ts';
import * as webhook from './app/webhooks/irandargah/route.ts';

export { shop } from './lib/shop.ts';

type RouteHandler = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;

const routes: { path: URLPattern; handlers: Record<string, RouteHandler> }[] = [
  { path: new URLPattern({ pathname: '/orders/:id/pay' }), handlers: pay },
  { path: new URLPattern({ pathname: '/orders/:id' }), handlers: order },
  { path: new URLPattern({ pathname: '/payment/return' }), handlers: comeBack },
  { path: new URLPattern({ pathname: '/webhooks/irandargah' }), handlers: webhook },
];

/** @returns what the route's handler answers; 404 without a route, 405 without a handler for the method. */
export async function answer(request: Request): Promise<Response> {
  const route = routes.find(({ path }) => path.test(request.url));
  if (!route) return new Response(null, { status: 404 });
  const handler = route.handlers[request.method];
  if (!handler) return new Response(null, { status: 405 });
  const { id = '' } = route.path.exec(request.url)?.pathname.groups ?? {};
  return handler(request, { params: Promise.resolve({ id }) });
}
