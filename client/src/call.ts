// One logical call: the same bytes and the same idempotency key over all its attempts.
import { type ClientOperation, headers, operations } from '../../generated/client-facts.ts';
import type { Question } from './answer.ts';
import { type OperationName, transportError } from './errors.ts';
import { createReport } from './hooks.ts';
import type { Settings } from './options.ts';
import type { KeyedCallOptions } from './results.ts';
import { retryDelayMs } from './retry.ts';
import { type Attempt, createTransport, type Outgoing } from './transport.ts';

/** How a call ended, before it has a type. */
interface Outcome extends Attempt {
  attempts: number;
  idempotencyKey?: string;
}

export type Caller = (name: OperationName, input: unknown, options?: KeyedCallOptions) => Promise<Outcome>;

type Fields = Record<string, unknown>;

/** Tells by the operation what its first argument is: an authority of the path, a query or a body. */
function readInput({ method, path }: ClientOperation, input: unknown) {
  if (path.includes('{')) return { authority: input as string };
  if (method === 'GET') return { query: input as Fields | undefined };
  const fields = input as Fields;
  if (fields.amount !== undefined && !Number.isSafeInteger(fields.amount)) {
    throw new RangeError('amount must be a whole number of rials: use rials() or toman().');
  }
  return { fields };
}

/** The path with its authority and its query, as it travels and is signed. */
function pathOf({ path }: ClientOperation, authority: string | undefined, query: Fields | undefined): string {
  if (authority !== undefined) return path.replace('{authority}', encodeURIComponent(authority));
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined);
  return given.length > 0 ? `${path}?${new URLSearchParams(given as [string, string][])}` : path;
}

/** @returns the function through which every operation goes. */
export function createCaller(settings: Settings): Caller {
  const { token, clock } = settings;
  const send = createTransport(settings);
  const report = createReport(settings);

  return async (name, input, options = {}) => {
    const operation: ClientOperation = operations[name];
    const { authority, query, fields } = readInput(operation, input);
    const idempotencyKey = operation.idempotencyKey && (options.idempotencyKey ?? crypto.randomUUID());
    const question: Question = { name, operation, idempotencyKey, token, authority, fields };
    const request: Outgoing = {
      method: operation.method,
      path: pathOf(operation, authority, query),
      headers: {},
      body: fields && JSON.stringify(fields),
    };
    if (fields) request.headers['Content-Type'] = 'application/json';
    if (operation.token) request.headers.Authorization = `Bearer ${token}`;
    if (idempotencyKey) request.headers[headers.idempotencyKey] = idempotencyKey;
    if (name === 'prepareRequest') request.headers[headers.apiToken] = token;
    const { signal, retries = settings.retries } = options;
    const limits = { retries, maxRetryDelayMs: settings.maxRetryDelayMs };
    const abortedBefore = (attempt: number): Attempt => {
      const sent = attempt > 1;
      return { reading: { error: transportError(question, 'aborted', { cause: signal?.reason }, sent) } };
    };

    for (let attempts = 1; ; attempts++) {
      const start = clock.now();
      const attempt = signal?.aborted ? abortedBefore(attempts) : await send(question, request, options);
      report({ ...attempt, number: attempts, durationMs: clock.now() - start }, question, request);
      const { reading } = attempt;
      const delay =
        'error' in reading && retryDelayMs(reading.error, operation, attempts, limits, Math.random());
      if (delay === false || delay === undefined) return { ...attempt, attempts, idempotencyKey };
      // An abort ends the pause; the next round reports it.
      await clock.sleep(delay, signal);
    }
  };
}
