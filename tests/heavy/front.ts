// A front of the mock that keeps every request it forwards under a name, and can add headers to the answers.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startMock } from '../../scripts/mock/server.ts';

/** One request as it arrived, and the status of the mock's answer to it. */
export interface Arrival {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  status: number;
}

export interface FrontOptions {
  /** Under which name a request is kept, and the path and query that the mock gets. */
  route: (request: IncomingMessage) => { name: string; target: string };
  /** Headers that are added to the answer of a request kept under this name. */
  answerHeaders?: (name: string, body: Buffer) => Record<string, string>;
}

export interface RecordingFront {
  url: string;
  /** All requests that were kept under a name. */
  arrivalsOf: (name: string) => Arrival[];
  close: () => Promise<void>;
}

/** Headers that belong to a connection, not to what is forwarded. */
const ofTheConnection = new Set([
  'host',
  'connection',
  'content-length',
  'expect',
  'transfer-encoding',
  'upgrade',
  'http2-settings',
]);

/** Starts the mock and the front before it, both on free ports. */
export async function startRecordingFront({ route, answerHeaders }: FrontOptions): Promise<RecordingFront> {
  const mock = await startMock({ port: 0 });
  const arrivals = new Map<string, Arrival[]>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const { name, target } = route(request);
    const method = request.method ?? '';
    const forwarded = Object.entries(request.headers).filter(([header]) => !ofTheConnection.has(header));
    const answer = await fetch(`${mock.url}${target}`, {
      method,
      headers: Object.fromEntries(forwarded) as Record<string, string>,
      ...(body.length > 0 ? { body } : {}),
    });
    const { pathname, searchParams } = new URL(target, mock.url);
    const arrival: Arrival = {
      method,
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: request.headers,
      body,
      status: answer.status,
    };
    arrivals.set(name, [...(arrivals.get(name) ?? []), arrival]);
    const answered = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, {
      'Content-Type': answer.headers.get('content-type') ?? '',
      ...answerHeaders?.(name, answered),
    });
    response.end(answered);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
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
