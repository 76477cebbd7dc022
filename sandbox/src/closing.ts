// Ends the connections of a server that stops: what it has begun is answered, and nobody else holds it up.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/** How long answers under way, and webhooks, are waited for at the end, in milliseconds. */
export const grace = 3_000;

/** How long a request may take to arrive completely after the end was asked for. */
const arrival = 250;

/**
 * Watches the requests of a server from its beginning.
 * @returns a function that, called once the server takes no more connections, ends those there are: idle ones at once,
 *   silent and half ones after a moment, all after the grace. It returns a function that stops it.
 */
export function connectionsOf(server: Server): () => () => void {
  const underWay = new Set<IncomingMessage>();
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    underWay.add(request);
    response.on('close', () => underWay.delete(request));
  });
  return () => {
    const begin = performance.now();
    const tidying = setInterval(() => {
      server.closeIdleConnections();
      const waited = performance.now() - begin;
      // Half a body is no request yet: whoever sends it may never send the rest.
      const isAnswering = [...underWay].some(({ complete }) => complete);
      if (waited > grace || (waited > arrival && !isAnswering)) server.closeAllConnections();
    }, 20);
    return () => clearInterval(tidying);
  };
}
