// A front of the mock that keeps every request it forwards, by the first segment of the path.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startMock } from '../../../scripts/mock/server.ts';

/** One request as it arrived, and the status of the mock's answer to it. */
export interface Arrival {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  status: number;
}

export interface RecordingFront {
  /** The base address whose requests are kept under a name. */
  addressOf: (name: string) => string;
  /** All requests that came under a name. */
  arrivalsOf: (name: string) => Arrival[];
  close: () => Promise<void>;
}

/** Starts the mock and the front before it, both on free ports. */
export async function startRecordingFront(): Promise<RecordingFront> {
  const mock = await startMock({ port: 0 });
  const arrivals = new Map<string, Arrival[]>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const [, name = '', rest = ''] = /^\/([^/]+)(\/.*)$/.exec(request.url ?? '') ?? [];
    const method = request.method ?? '';
    const headers = { ...request.headers };
    const { host: _, connection: __, 'content-length': ___, expect: ____, ...forwarded } = headers;
    const answer = await fetch(`${mock.url}${rest}`, {
      method,
      headers: forwarded as Record<string, string>,
      ...(body.length > 0 ? { body } : {}),
    });
    const { pathname, searchParams } = new URL(rest, mock.url);
    const arrival: Arrival = {
      method,
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers,
      body,
      status: answer.status,
    };
    arrivals.set(name, [...(arrivals.get(name) ?? []), arrival]);
    response.writeHead(answer.status, { 'Content-Type': answer.headers.get('content-type') ?? '' });
    response.end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    addressOf: (name) => `http://127.0.0.1:${port}/${name}`,
    arrivalsOf: (name) => arrivals.get(name) ?? [],
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      });
      await mock.close();
    },
  };
}
