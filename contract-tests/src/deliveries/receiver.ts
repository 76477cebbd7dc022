// A shop's endpoint on this machine: it takes whatever the gateway sends, and keeps it as it came.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { listening } from '../listening.ts';

export interface ReceivedDelivery {
  method: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Receiver {
  url: string;
  received: ReceivedDelivery[];
  close: () => Promise<void>;
}

/** Starts an endpoint that answers everything with this status. */
export async function receiver(status: number): Promise<Receiver> {
  const received: ReceivedDelivery[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({ method: request.method ?? '', headers: request.headers, body: Buffer.concat(chunks) });
    response.writeHead(status).end();
  });
  const { url, close } = await listening(server);
  return {
    url: `${url}/webhook`,
    received,
    close,
  };
}
