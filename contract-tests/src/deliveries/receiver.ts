// A shop's endpoint on this machine: it takes whatever the gateway sends, and keeps it as it came.
import type { IncomingHttpHeaders } from 'node:http';
import { type Hosting, onThisMachine } from './hosting.ts';

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

/** Starts an endpoint that answers everything with this status. @param hosting where it is put; on this machine */
export async function receiver(status: number, hosting: Hosting = onThisMachine): Promise<Receiver> {
  const received: ReceivedDelivery[] = [];
  const { url, close } = await hosting(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({ method: request.method ?? '', headers: request.headers, body: Buffer.concat(chunks) });
    response.writeHead(status).end();
  });
  return {
    url: `${url}/webhook`,
    received,
    close,
  };
}
