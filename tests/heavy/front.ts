// A front of the mock, or of another server, that keeps every request it forwards under a name, with its answer.
import { createServer, type IncomingMessage } from 'node:http';
import { listening } from '../../contract-tests/src/listening.ts';
import { startMock } from '../../mock/server.ts';

/** One request as it arrived, and the answer to it. */
export interface Arrival {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
  status: number;
  answer: { headers: Record<string, string>; body: Buffer };
}

export interface FrontOptions {
  /** Under which name a request is kept, and the path and query that the mock gets. */
  route: (request: IncomingMessage) => { name: string; target: string };
  /** Headers that are added to the answer of a request kept under this name. */
  answerHeaders?: (name: string, body: Buffer) => Record<string, string>;
  /** The address of a server that runs already and whose answers keep their headers; a mock is started without one. */
  upstream?: string;
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
  'keep-alive',
  'content-encoding',
]);

const forwardable = (headers: Iterable<[string, unknown]>) =>
  Object.fromEntries([...headers].filter(([header]) => !ofTheConnection.has(header))) as Record<
    string,
    string
  >;

/** Starts the front, and the mock behind it when there is no other server, on free ports. */
export async function startRecordingFront({
  route,
  answerHeaders,
  upstream,
}: FrontOptions): Promise<RecordingFront> {
  const mock = upstream === undefined ? await startMock({ port: 0 }) : undefined;
  const behind = upstream ?? (mock?.url as string);
  const arrivals = new Map<string, Arrival[]>();
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const { name, target } = route(request);
    const method = request.method ?? '';
    const answer = await fetch(`${behind}${target}`, {
      method,
      headers: forwardable(Object.entries(request.headers)),
      ...(body.length > 0 ? { body } : {}),
    });
    const { pathname, searchParams } = new URL(target, behind);
    const answered = Buffer.from(await answer.arrayBuffer());
    const headers = forwardable(answer.headers);
    const arrival: Arrival = {
      method,
      path: pathname,
      query: Object.fromEntries(searchParams),
      headers: request.headers,
      body,
      status: answer.status,
      answer: { headers, body: answered },
    };
    arrivals.set(name, [...(arrivals.get(name) ?? []), arrival]);
    response.writeHead(answer.status, {
      ...(upstream === undefined ? { 'Content-Type': headers['content-type'] ?? '' } : headers),
      ...answerHeaders?.(name, answered),
    });
    response.end(answered);
  });
  const { url, close } = await listening(server);
  return {
    url,
    arrivalsOf: (name) => arrivals.get(name) ?? [],
    close: async () => {
      await close();
      await mock?.close();
    },
  };
}
