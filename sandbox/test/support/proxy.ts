// A small proxy before several servers: each request to the next one in turn, as compose.nginx.conf has it.
import { once } from 'node:events';
import { request as ask, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SmallProxy {
  url: string;
  /** Where the requests go from now on. */
  upstreams: string[];
  /** How many answers of each status each server has given. */
  answers: Map<string, Map<number, number>>;
  close: () => void;
}

export async function startProxy(): Promise<SmallProxy> {
  let next = 0;
  const server = createServer((request, response) => {
    const upstream = proxy.upstreams[next++ % proxy.upstreams.length] ?? '';
    const headers = { ...request.headers, 'x-forwarded-for': request.socket.remoteAddress };
    const passedOn = ask(upstream + request.url, { method: request.method, headers }, (answer) => {
      const status = answer.statusCode ?? 0;
      const counts = proxy.answers.get(upstream) ?? new Map<number, number>();
      proxy.answers.set(upstream, counts.set(status, (counts.get(status) ?? 0) + 1));
      response.writeHead(status, answer.headers);
      answer.pipe(response);
    });
    passedOn.on('error', () => response.headersSent || response.writeHead(502).end());
    request.pipe(passedOn);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const proxy: SmallProxy = {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    upstreams: [],
    answers: new Map(),
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return proxy;
}
