// Sends one request over HTTP and brings back the answer as it came, or the reason why none came.
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { brotliDecompressSync, unzipSync } from 'node:zlib';
import type { ReceivedAnswer, SentRequest } from './judge/exchange.ts';

/** Why no answer came: `hanging` and `broken` are the server's fault, `unreachable` means that there is no server. */
export class NoAnswer extends Error {
  readonly kind: 'hanging' | 'broken' | 'unreachable';
  readonly code: string;
  constructor(kind: NoAnswer['kind'], code: string, message: string) {
    super(message);
    this.kind = kind;
    this.code = code;
  }
}

/** Codes of errors that come before any byte of an answer could: name, route, port, certificate. */
const beforeConnection = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENETDOWN',
  'EADDRNOTAVAIL',
  'ETIMEDOUT',
  'EPROTO',
]);

const isCertificateError = (code: string) => /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL/.test(code);

function reasonOf(error: NodeJS.ErrnoException): NoAnswer {
  // A name with several addresses fails with all of their errors at once.
  const [first] = error instanceof AggregateError ? (error.errors as NodeJS.ErrnoException[]) : [error];
  const code = error.code ?? first?.code ?? 'unknown';
  const message = first?.message || error.message || code;
  const unreachable = beforeConnection.has(code) || isCertificateError(code);
  return new NoAnswer(unreachable ? 'unreachable' : 'broken', code, message);
}

function decoded(body: Buffer, encoding: string | undefined): Uint8Array {
  if (!encoding || encoding === 'identity') return body;
  return encoding === 'br' ? brotliDecompressSync(body) : unzipSync(body);
}

function headersOf(message: IncomingMessage): Pick<ReceivedAnswer, 'headers' | 'repeated'> {
  const entries = Object.entries(message.headersDistinct);
  const repeated = entries.filter(([, values = []]) => values.length > 1).map(([name]) => name);
  return {
    headers: Object.fromEntries(entries.map(([name, values]) => [name, (values ?? []).join(', ')])),
    ...(repeated.length > 0 && { repeated }),
  };
}

/** Sends a request. @throws NoAnswer */
export type Send = (request: SentRequest) => Promise<ReceivedAnswer>;

export interface Transport {
  send: Send;
  close: () => void;
}

/**
 * Makes the function that sends requests to a server. Redirects are not followed: a redirect is no answer of the API.
 * @param base address of the server, without a path; several for processes that share one state, asked in turn
 * @param timeout milliseconds until a silent server counts as hanging
 */
export function transport(base: string | readonly string[], timeout: number): Transport {
  const all = [base].flat().map((one) => connection(one, timeout));
  let turn = 0;
  return {
    send: (request) => (all[turn++ % all.length] as Transport).send(request),
    close: () => {
      for (const { close } of all) close();
    },
  };
}

function connection(base: string, timeout: number): Transport {
  const { protocol, hostname, port } = new URL(base);
  const secure = protocol === 'https:';
  const agent = new (secure ? HttpsAgent : HttpAgent)({ keepAlive: true });
  const open = secure ? httpsRequest : httpRequest;
  const host = hostname.replace(/^\[|\]$/g, '');

  const once = ({ method, path, headers, body }: SentRequest) =>
    new Promise<ReceivedAnswer>((resolve, reject) => {
      const length = body || method !== 'GET' ? { 'Content-Length': body?.length ?? 0 } : {};
      const outgoing = open({
        host,
        port,
        path,
        method,
        // A request with an effect takes a fresh connection, so that it never has to be repeated.
        agent: method === 'GET' ? agent : false,
        headers: { ...headers, ...length },
      });
      const deadline = setTimeout(() => {
        outgoing.destroy(new NoAnswer('hanging', 'timeout', `no complete answer within ${timeout / 1000} s`));
      }, timeout);
      const fail = (error: Error) => {
        clearTimeout(deadline);
        reject(
          error instanceof NoAnswer
            ? error
            : Object.assign(reasonOf(error), { reused: outgoing.reusedSocket }),
        );
      };
      outgoing.on('error', fail);
      outgoing.on('response', (message) => {
        const chunks: Buffer[] = [];
        message.on('data', (chunk: Buffer) => chunks.push(chunk));
        message.on('error', fail);
        message.on('end', () => {
          clearTimeout(deadline);
          try {
            const received = headersOf(message);
            const bytes = decoded(Buffer.concat(chunks), received.headers['content-encoding']);
            resolve({ status: message.statusCode ?? 0, ...received, body: bytes });
          } catch {
            reject(new NoAnswer('broken', 'content-encoding', 'the body is not encoded as its headers say'));
          }
        });
      });
      outgoing.end(body);
    });

  return {
    send: async (request) => {
      try {
        return await once(request);
      } catch (error) {
        // The server may close an idle connection in the very moment in which it is used again.
        if ((error as { reused?: boolean }).reused && (error as NoAnswer).kind === 'broken')
          return once(request);
        throw error;
      }
    },
    close: () => agent.destroy(),
  };
}
