// Every operation as a method that resolves to a result: a call of openapi-fetch, read tolerantly, with typed errors.
import { type ClientOperation, headers, operations } from '../../generated/client-facts.ts';
import { readAnswer } from './answer.ts';
import type { Outcome } from './call.ts';
import { ConfigurationError, IranDargahError, type OperationName } from './errors.ts';
import { outcomeOf } from './gateway-fetch.ts';
import { isObject, type Json } from './json.ts';
import type { Operations } from './operations.ts';
import type { Settings } from './options.ts';
import type { PathClient, UntypedRequest } from './path-client.ts';
import type { KeyedCallOptions } from './results.ts';

interface Input {
  params?: { path?: { authority: string }; query?: unknown };
  body?: Json;
}

/** Tells by the operation what its first argument is: an authority of the path, a query or a body. */
function readInput(name: OperationName, { method, path }: ClientOperation, input: unknown): Input {
  if (path.includes('{')) {
    if (typeof input === 'string' && input) return { params: { path: { authority: input } } };
    throw new ConfigurationError(`${name} needs an authority.`);
  }
  if (method === 'GET') return { params: { query: input } };
  if (isObject(input)) return { body: input };
  throw new ConfigurationError(`${name} needs an object.`);
}

/** @returns the methods; each one goes through the middleware of the client below them. */
export function createMethods({ request }: PathClient, { token, clock }: Settings): Operations {
  async function ask(
    name: OperationName,
    input: unknown,
    { idempotencyKey, ...options }: KeyedCallOptions = {},
  ): Promise<Outcome> {
    const operation: ClientOperation = operations[name];
    const { params, body } = readInput(name, operation, input);
    try {
      const { data, error, response } = await (request as UntypedRequest)(operation.method, operation.path, {
        ...options,
        params,
        body,
        headers: { [headers.idempotencyKey]: idempotencyKey },
        parseAs: 'text',
        unread: true,
      });
      const outcome = outcomeOf(response);
      if (outcome) return outcome;
      // The answer of a middleware: it is read as one of the gateway would be.
      const text = String(error ? JSON.stringify(error) : data);
      const question = { name, operation, token, ...params?.path, fields: body };
      const answer = { status: response.status, headers: response.headers, text };
      return { answer, attempts: 0, reading: readAnswer(question, answer, clock.now()) };
    } catch (error) {
      if (!(error instanceof IranDargahError)) throw error;
      return outcomeOf(error) ?? { attempts: 0, reading: { error } };
    }
  }

  const method = (name: OperationName) => async (input: unknown, options?: KeyedCallOptions) => {
    const { reading, attempts, idempotencyKey, answer } = await ask(name, input, options);
    const common = { attempts, idempotencyKey, headers: answer?.headers };
    if ('error' in reading) {
      return { ...common, ok: false, status: reading.error.status, error: reading.error };
    }
    const { body } = reading;
    return { ...common, ok: true, status: operations[name].successStatus, data: body.data ?? body, body };
  };
  const names = Object.keys(operations) as OperationName[];
  return Object.fromEntries(names.map((name) => [name, method(name)])) as unknown as Operations;
}
