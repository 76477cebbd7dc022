// A server with one fault: it passes every request on to a right one, and changes the answer on its way back.
import { createServer } from 'node:http';
import type { OperationId } from '../../../generated/facts.ts';
import { matchOperation } from '../../src/contract/document.ts';
import type { ReceivedAnswer, SentRequest } from '../../src/judge/exchange.ts';
import { listening } from '../../src/listening.ts';
import { transport } from '../../src/transport.ts';

/** What comes back instead: another answer, silence, or a cut connection. */
export type Mutated = ReceivedAnswer | 'silence' | 'cut';

export interface PassedRequest extends SentRequest {
  operation: OperationId | undefined;
}

export interface Fault {
  /** Changes the request before the right server sees it. */
  request?: (request: PassedRequest) => SentRequest;
  /** Changes the answer. */
  answer?: (answer: ReceivedAnswer, request: PassedRequest) => Mutated;
}

export interface MutatingServer {
  url: string;
  close: () => Promise<void>;
}

const managed = new Set(['content-length', 'transfer-encoding', 'connection', 'keep-alive', 'host']);
const unmanaged = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !managed.has(name.toLowerCase())));

/** Starts a server in front of another one. @param port a free one when it is 0 */
export async function mutating(upstream: string, fault: Fault, port = 0): Promise<MutatingServer> {
  const { send, close } = transport(upstream, 20_000);
  const server = createServer(async (incoming, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const [method = 'GET', path = '/'] = [incoming.method, incoming.url];
    const sent: PassedRequest = {
      method,
      path,
      headers: unmanaged(incoming.headers as Record<string, string>),
      ...(chunks.length > 0 && { body: Buffer.concat(chunks) }),
      operation: matchOperation(method, path)?.id,
    };
    const right = await send(fault.request?.(sent) ?? sent);
    const answer = fault.answer?.(right, sent) ?? right;
    if (answer === 'silence') return;
    if (answer === 'cut') return void response.destroy();
    response.writeHead(answer.status, unmanaged(answer.headers)).end(answer.body);
  });
  const local = await listening(server, port);
  return {
    url: local.url,
    close: () => {
      close();
      return local.close();
    },
  };
}
