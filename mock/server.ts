// The mock of the gateway: Prism answers from the contract, and a small front answers where Prism has no words.
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInstance, getHttpOperationsFromSpec, type IHttpMockConfig } from '@stoplight/prism-http';
import { pino } from 'pino';
import { hasUnclearHost } from '../foundation/http/unclear-host.ts';
import {
  type ContractDocument,
  type Example,
  type Response,
  resolve,
} from '../foundation/reader/document.ts';
import { generatedFolder, type Language } from '../foundation/reader/paths.ts';
import { idempotency, type OperationId, operations, validationMessages } from '../generated/facts.ts';
import { readBody } from './body.ts';
import { type Preference, parsePrefer } from './prefer.ts';
import { findOperation } from './routes.ts';
import { mockView } from './view.ts';

export interface MockOptions {
  /** 0 takes any free port. */
  port?: number;
  host?: string;
  /** The language of the document that is served; the answers are the same in both. */
  language?: Language;
}

export interface RunningMock {
  url: string;
  close: () => Promise<void>;
}

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
}

interface FieldError {
  error: { details: { validation: Record<string, string[]> } };
}

/** The name of the field as errors name it: `['header', 'idempotency-key']` becomes `idempotency_key`. */
function faultyField({ path, message }: { path?: string[]; message: string }): string {
  const missing = /required property '([^']+)'/.exec(message)?.[1];
  return (missing ?? path?.at(-1) ?? '').replaceAll('-', '_');
}

/** The headers of a request, the idempotency key by its own name when only its alias was sent. */
function withOwnNames(headers: Record<string, string>): Record<string, string> {
  const alias = headers[idempotency.alias.toLowerCase()];
  return alias === undefined ? headers : { [idempotency.header.toLowerCase()]: alias, ...headers };
}

interface Answers {
  /** The answer to one request, from the document. */
  to: (request: IncomingMessage) => Promise<Answer>;
  /** The contract's own envelope for what no operation documents (docs/decisions/0041). */
  refusal: (status: number, field: string, message: string) => Answer;
}

const prismConfig = {
  isProxy: false,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
} as const;

async function answersFrom(document: ContractDocument): Promise<Answers> {
  const resources = await getHttpOperationsFromSpec(mockView(document));
  const config: IHttpMockConfig = { ...prismConfig, mock: { dynamic: false } };
  // Prism logs with a level of its own, and is typed for an older pino; both know the same methods.
  const logger = pino({ level: 'silent', customLevels: { success: 31 } }) as never;
  const prism = createInstance(config, { logger });
  const malformed = document.components.examples?.malformedBody as Example;

  const refuse: Answers['refusal'] = (status, field, message) => {
    const body = structuredClone(malformed.value) as { error: { details: unknown } };
    body.error.details = { validation: { [field]: [message] } };
    return { status, headers: { 'Content-Type': 'application/json' }, body };
  };

  const documents = (id: OperationId, status: number): boolean => {
    const { method, path } = operations[id];
    return (
      String(status) in (document.paths[path]?.[method.toLowerCase() as 'get' | 'post']?.responses ?? {})
    );
  };

  /** The 422 example of an operation that names the most of the faulty fields, if any names one. */
  const exampleNaming = (id: OperationId, fields: string[]): string | undefined => {
    const { method, path } = operations[id];
    const operation = document.paths[path]?.[method.toLowerCase() as 'get' | 'post'];
    const response = operation && resolve<Response>(document, operation.responses['422'] as Response);
    const examples = Object.entries(response?.content?.['application/json']?.examples ?? {});
    const [best] = examples
      .map(([name, example]) => {
        const { error } = resolve<Example>(document, example).value as FieldError;
        return { name, hits: fields.filter((field) => field in error.details.validation).length };
      })
      .sort((one, other) => other.hits - one.hits);
    return best && best.hits > 0 ? best.name : undefined;
  };

  const to: Answers['to'] = async (request) => {
    const url = new URL(request.url ?? '/', 'http://mock.invalid');
    // Node.js sends no body in answer to HEAD, so the answer to GET serves.
    const method = request.method === 'HEAD' ? 'GET' : (request.method ?? 'GET');
    const found = findOperation(method, url.pathname);
    if ('unknown' in found) {
      return refuse(404, found.unknown, validationMessages[`unknown_${found.unknown}`]);
    }
    const takesBody = operations[found.id].requestSchema !== null;
    const read = takesBody ? await readBody(request) : { body: undefined };
    const { accept: _, ...headers } = withOwnNames(request.headers as Record<string, string>);
    const preference = parsePrefer(headers.prefer);
    const ask = (wanted: Preference, validateRequest = true) =>
      prism.request(
        {
          method: method.toLowerCase() as 'get' | 'post',
          url: { path: url.pathname, query: Object.fromEntries(url.searchParams) },
          headers,
          body: 'body' in read ? read.body : undefined,
        },
        resources,
        { ...config, validateRequest, mock: { dynamic: false, ...wanted } },
      )();
    // A request without a token is refused for that first, whatever its body looks like.
    if ('field' in read && request.headers.authorization) {
      const documented = await ask({ code: 400, exampleKey: 'malformedBody' }, false);
      const refusal = refuse(400, read.field, read.message);
      const headers = documented._tag === 'Right' ? documented.right.output.headers : undefined;
      return { ...refusal, headers: (headers as Record<string, string>) ?? refusal.headers };
    }
    let result = await ask(preference);
    if (result._tag === 'Left' && preference.code === undefined && !documents(found.id, 422)) {
      // A page for people has no 422: to the payer, an address that cannot be right is one that is not there.
      result = await ask({ code: 404 }, false);
    }
    if (result._tag === 'Right' && result.right.output.statusCode === 422 && preference.code === undefined) {
      // Prism answers with the first example; the one that names a faulty field tells more.
      const exampleKey = exampleNaming(found.id, result.right.validations.input.map(faultyField));
      if (exampleKey) result = await ask({ code: 422, exampleKey });
    }
    if (result._tag === 'Left') {
      const wanted = `code=${preference.code ?? 'any'}, example=${preference.exampleKey ?? 'any'}`;
      return refuse(422, 'prefer', `The contract has no example of ${found.id} for "${wanted}".`);
    }
    const { statusCode, headers: answered, body } = result.right.output;
    return { status: statusCode, headers: (answered ?? {}) as Record<string, string>, body };
  };
  return { to, refusal: refuse };
}

function send({ status, headers, body }: Answer, response: ServerResponse): void {
  const type = headers['Content-type'] ?? headers['Content-Type'] ?? 'application/json';
  const text = typeof body === 'string' && !type.includes('json') ? body : JSON.stringify(body);
  response.writeHead(status, { ...headers, 'Content-Length': Buffer.byteLength(text) });
  response.end(text);
}

/**
 * Starts the mock.
 * @returns its address and how to stop it.
 * @throws Error with the code EADDRINUSE when the port is taken.
 */
export async function startMock({
  port = 4010,
  host = '127.0.0.1',
  language = 'en',
}: MockOptions = {}): Promise<RunningMock> {
  const file = join(generatedFolder, `strict.${language}.json`);
  const answers = await answersFrom(JSON.parse(await readFile(file, 'utf8')) as ContractDocument);
  const { required, malformed_body: malformed } = validationMessages;
  const notTaken = (field: string, text: string) =>
    answers.refusal(400, field, text.replace('{field}', field));
  // Node's own answer to a request without a host has no envelope.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    const answer = hasUnclearHost(request)
      ? Promise.resolve(notTaken('host', required))
      : answers.to(request);
    const sent = answer.then((answer) => send(answer, response));
    sent.catch((error: unknown) => {
      // A caller that went away needs no answer; anything else is a fault of the mock itself, and must not
      // look like an answer of the contract.
      if (!request.destroyed || request.complete)
        console.error(`The mock failed on ${request.method} ${request.url}: ${error}`);
      response.destroy();
    });
  });
  server.on('checkExpectation', (_request, response) =>
    send(notTaken('expect', validationMessages.const), response),
  );
  // What cannot even be read as HTTP.
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const text = JSON.stringify(notTaken('body', malformed).body);
    const length = Buffer.byteLength(text);
    socket.end(
      `HTTP/1.1 400 Bad Request\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${text}`,
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: actual } = server.address() as AddressInfo;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
