// One attempt: signs the request, sends its exact bytes, waits no longer than it may, and verifies the answer.
import { errors, signing } from '../../generated/client-facts.ts';
import { codeOf, type Question, type RawAnswer, type Reading, readAnswer } from './answer.ts';
import { transportError } from './errors.ts';
import { parseJson } from './json.ts';
import type { Settings } from './options.ts';
import { readBody, tooLarge } from './read-body.ts';
import type { CallOptions } from './results.ts';
import { importSecret, responseFault, signRequest } from './signature.ts';

/** A request that is about to travel; `body` is the exact text that travels and is signed. */
export interface Outgoing {
  method: string;
  /** Behind the base address, with its query. */
  path: string;
  headers: Record<string, string>;
  body?: string;
}

/** How an attempt ended; `answer` is missing when none came. */
export interface Attempt {
  reading: Reading;
  answer?: RawAnswer;
}

export type Transport = (question: Question, request: Outgoing, options: CallOptions) => Promise<Attempt>;

const codesBeforeTheTerminalIsKnown: readonly unknown[] = [
  errors.ErrorCredentialsMissing.code,
  errors.ErrorCredentialsInvalid.code,
  errors.ErrorRateLimited.code,
];

/** Whether an answer needs no signature: an early refusal (docs/decisions/0010), or no answer of the gateway at all. */
function mayBeUnsigned({ text }: RawAnswer): boolean {
  const body = parseJson(text);
  return body === undefined || codesBeforeTheTerminalIsKnown.includes(codeOf(body));
}

/** @returns the function that makes one attempt; it never rejects. */
export function createTransport({
  fetch,
  clock,
  baseUrl,
  secretKey,
  timeoutMs,
  maxAnswerBytes,
}: Settings): Transport {
  const secret = secretKey === undefined ? undefined : importSecret(secretKey);

  async function sign(request: Outgoing, key: CryptoKey): Promise<void> {
    const { signature_header, timestamp_header } = signing.request;
    const timestamp = String(Math.floor(clock.now() / 1000));
    request.headers[timestamp_header] = timestamp;
    request.headers[signature_header] = await signRequest(key, {
      method: request.method,
      path: request.path,
      body: request.body ?? '',
      timestamp,
    });
  }

  async function exchange(
    { path, method, headers, body }: Outgoing,
    signal: AbortSignal,
    exact: boolean,
  ): Promise<RawAnswer | (Omit<RawAnswer, 'text'> & { text: typeof tooLarge })> {
    // A redirect is not followed: it would carry the token to another address.
    const response = await fetch(baseUrl + path, { method, headers, body, redirect: 'manual', signal });
    const text = await readBody(response, maxAnswerBytes, exact);
    return { status: response.status, headers: response.headers, text };
  }

  return async (question, request, options) => {
    const { operation } = question;
    const key = operation.signed && (await secret);
    if (key) await sign(request, key);
    const controller = new AbortController();
    const stop = () => controller.abort();
    const timer = setTimeout(stop, options.timeoutMs ?? timeoutMs);
    options.signal?.addEventListener('abort', stop, { once: true });
    let answer: Awaited<ReturnType<typeof exchange>>;
    try {
      answer = await exchange(request, controller.signal, !!key);
    } catch (cause) {
      const late = controller.signal.aborted ? 'timeout' : 'network';
      const code = options.signal?.aborted ? 'aborted' : late;
      return { reading: { error: transportError(question, code, { cause }) } };
    } finally {
      clearTimeout(timer);
      options.signal?.removeEventListener('abort', stop);
    }
    if (answer.text === tooLarge) {
      const details = { fault: 'too_large', httpStatus: answer.status } as const;
      return { reading: { error: transportError(question, 'unreadable', { details }) } };
    }
    if (key) {
      const fault = await responseFault(key, answer.headers, answer.text, clock.now());
      if (fault && !(fault === 'signature_missing' && mayBeUnsigned(answer))) {
        const details = { fault, httpStatus: answer.status };
        return { answer, reading: { error: transportError(question, 'untrusted', { details }) } };
      }
    }
    return { answer, reading: readAnswer(question, answer, clock.now()) };
  };
}
