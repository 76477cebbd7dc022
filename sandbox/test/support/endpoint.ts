// A merchant's endpoint for webhooks: keeps what comes, and answers as the test says.
import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface Received {
  path: string;
  headers: IncomingHttpHeaders;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: bodies of every event
  json: any;
}

export interface Endpoint {
  url: string;
  received: Received[];
  /**
   * What it answers from now on: 'hang up' breaks the connection, 'never' leaves the sender waiting,
   * 'garbage' is no HTTP, and a function is asked each time.
   */
  answer: number | 'hang up' | 'never' | 'garbage' | ((count: number) => number);
  /** Waits until so many deliveries have come. */
  arrived: (count: number) => Promise<void>;
  /** Answers, with 200, all that have been left waiting. */
  release: () => void;
  close: () => Promise<void>;
}

/** Whether a body is a webhook's; that of a callback is a form's. */
const isJson = (text: string) => text.startsWith('{');

export async function endpoint(): Promise<Endpoint> {
  const received: Received[] = [];
  const left: ServerResponse[] = [];
  const arrivals = new EventEmitter();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const json = isJson(text) ? JSON.parse(text) : undefined;
    received.push({ path: request.url ?? '', headers: request.headers, text, json });
    arrivals.emit('arrival');
    const { answer } = made;
    if (answer === 'hang up') return request.socket.destroy();
    if (answer === 'garbage') return request.socket.end('\0\x01 this is no HTTP\r\n\r\n');
    if (answer === 'never') return left.push(response);
    const status = typeof answer === 'number' ? answer : answer(received.length);
    response.writeHead(status, status >= 300 && status < 400 ? { Location: '/elsewhere' } : {}).end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const made: Endpoint = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    received,
    answer: 200,
    arrived: async (count) => {
      while (received.length < count) await once(arrivals, 'arrival');
    },
    release: () => {
      for (const response of left.splice(0)) response.end();
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return made;
}
