// A shop's endpoint for webhooks in chaos: counts each event once, however often it comes, or misbehaves on order.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** 'never' answers nothing, 'endless' never comes to the end of its answer. */
export type Manner = 'well' | 'never' | 'endless';

export interface CountingReceiver {
  url: string;
  /** How many different events have come. */
  delivered: () => number;
  /** How many times something came, repetitions included. */
  arrivals: () => number;
  close: () => void;
}

/** Writes without end, as fast as the other side reads, until it goes away. */
function writeEndlessly(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1024, 'x');
  const more = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', more);
  more();
}

export async function countingReceiver(manner: Manner = 'well'): Promise<CountingReceiver> {
  const ids = new Set<string>();
  let arrivals = 0;
  const server = createServer((request, response) => {
    arrivals += 1;
    request.resume();
    request.on('end', () => {
      ids.add(String(request.headers['x-webhook-id']));
      if (manner === 'well') response.end('ok');
      if (manner === 'endless') writeEndlessly(response.writeHead(200));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    delivered: () => ids.size,
    arrivals: () => arrivals,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
