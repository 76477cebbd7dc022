// One logical call: the same bytes and the same idempotency key over all its attempts.
import { headers, signing } from '../../generated/client-facts.ts';
import type { Question } from './answer.ts';
import type { LightRequest } from './asked.ts';
import { ConfigurationError, transportError } from './errors.ts';
import { createReport } from './hooks.ts';
import { type Json, parseJson } from './json.ts';
import type { Settings } from './options.ts';
import { type Recognised, recognise } from './recognise.ts';
import { retryDelayMs } from './retry.ts';
import { type Attempt, createTransport, type Outgoing } from './transport.ts';

/** How a call ended, before it has a type. */
export interface Outcome extends Attempt {
  attempts: number;
  idempotencyKey?: string;
}

export type Caller = (asked: LightRequest) => Promise<Outcome>;

/**
 * The fields of a body; not read as tolerantly as an answer, since they are sent as they stand.
 * @throws RangeError for an amount that is no whole number: it would be another one at the gateway.
 */
function readFields(body: string | null | undefined): Json | undefined {
  const fields = body ? parseJson(body, true) : undefined;
  if (fields?.amount !== undefined && !Number.isSafeInteger(fields.amount)) {
    throw new RangeError('amount must be a whole number of rials: use rials() or toman().');
  }
  return fields;
}

/** The key that was given, under either of its names, or a fresh one where the operation takes one. */
function keyOf({ headers: given }: LightRequest, { operation }: Recognised): string | undefined {
  if (!operation.idempotencyKey) return undefined;
  const key = given.get(headers.idempotencyKey) ?? given.get(headers.idempotencyKeyAlias);
  if (key === '') throw new ConfigurationError('The idempotency key is empty: leave it out.');
  return key ?? crypto.randomUUID();
}

/** What nobody has to remember, and what else was given. The values of the signature are made for each attempt. */
function headersOf({ headers: given, body }: LightRequest, question: Question, signed: boolean) {
  const { name, operation, idempotencyKey, token } = question;
  const { signature_header, timestamp_header } = signing.request;
  const result: Record<string, string> = {};
  if (body) result['Content-Type'] = 'application/json';
  if (operation.token) result.Authorization = `Bearer ${token}`;
  if (idempotencyKey) result[headers.idempotencyKey] = idempotencyKey;
  if (name === 'prepareRequest') result[headers.apiToken] = token;
  if (signed) result[signature_header] = result[timestamp_header] = '';
  const ours = Object.keys(result).map((one) => one.toLowerCase());
  for (const [name, value] of given) if (!ours.includes(name)) result[name] = value;
  return result;
}

/**
 * @returns the function through which every request goes. It rejects for wrong arguments only: ConfigurationError for
 * a request that is none of this API, RangeError for an amount.
 */
export function createCaller(settings: Settings): Caller {
  const { token, clock, baseUrl, secretKey } = settings;
  const send = createTransport(settings);
  const report = createReport(settings);

  return async (asked) => {
    const { method, url, body, signal, retries = settings.retries } = asked;
    // As it travels and is signed.
    const path = url.slice(baseUrl.length);
    const recognised = url.startsWith(baseUrl) && recognise(method, path.split('?')[0] as string);
    if (!recognised) {
      throw new ConfigurationError(`${method} ${url} is no operation of the API at ${baseUrl}.`);
    }
    const { operation } = recognised;
    const idempotencyKey = keyOf(asked, recognised);
    const question: Question = { ...recognised, idempotencyKey, token, fields: readFields(body) };
    const signed = operation.signed === true && secretKey !== undefined;
    const request: Outgoing = { method, path, headers: headersOf(asked, question, signed), body };
    const limits = { retries, maxRetryDelayMs: settings.maxRetryDelayMs };
    const abortedBefore = (attempt: number): Attempt => {
      const sent = attempt > 1;
      return { reading: { error: transportError(question, 'aborted', { cause: signal?.reason }, sent) } };
    };

    for (let attempts = 1; ; attempts++) {
      const start = clock.now();
      const attempt = signal?.aborted ? abortedBefore(attempts) : await send(question, request, asked);
      report({ ...attempt, number: attempts, durationMs: clock.now() - start }, question, request);
      const { reading } = attempt;
      const delay =
        'error' in reading
          ? retryDelayMs(reading.error, operation, attempts, limits, Math.random())
          : undefined;
      if (delay === undefined) return { ...attempt, attempts, idempotencyKey };
      // An abort ends the pause; the next round reports it.
      await clock.sleep(delay, signal);
    }
  };
}
