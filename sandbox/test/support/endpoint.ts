// A merchant's endpoint for webhooks: keeps what comes, and answers as the test says.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  headers: IncomingHttpHeaders;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: bodies of every event
  json: any;
}

export interface Endpoint {
  url: string;
  received: Received[];
  /** What it answers from now on; 'hang up' breaks the connection, a function is asked each time. */
  answer: number | 'hang up' | ((count: number) => number);
  close: () => Promise<void>;
}

export async function endpoint(): Promise<Endpoint> {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    received.push({ headers: request.headers, text, json: JSON.parse(text) });
    const { answer } = made;
    if (answer === 'hang up') return request.socket.destroy();
    const status = typeof answer === 'number' ? answer : answer(received.length);
    response.writeHead(status, status >= 300 && status < 400 ? { Location: '/elsewhere' } : {}).end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const made: Endpoint = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhook`,
    received,
    answer: 200,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return made;
}
