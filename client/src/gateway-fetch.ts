// A fetch that signs, verifies and repeats, for use under any client: what it returns has been believed.
import { headers as names } from '../../generated/client-facts.ts';
import { type GatewayRequestInit, LightRequest, readRequest } from './asked.ts';
import { type Caller, createCaller, type Outcome } from './call.ts';
import { type ClientOptions, readOptions } from './options.ts';

export interface GatewayFetch {
  /**
   * Sends a request for one operation of the API; the token, the signature and the idempotency key need not be given.
   * @param input a Request, or an address that begins with `baseUrl`.
   * @param init as for `fetch`, of which method, headers, body and signal count, and `timeoutMs` and `retries`.
   * @returns a Response over the verified text, whose header Idempotency-Key is the key that was sent. A refusal of the
   * gateway never has a status of success.
   * @throws IranDargahError when no answer came that can be believed; `mayHaveActed` tells whether the gateway may have
   * done what was asked. ConfigurationError and RangeError for wrong arguments, before anything is sent.
   */
  (input: Request | URL | string, init?: GatewayRequestInit): Promise<Response>;
  /** The base address, for the client above. */
  readonly baseUrl: string;
}

/** Where a Response that is returned, and an error that is thrown, keep what else is known: a WeakMap costs far more. */
const known = Symbol();

/** What else is known of a Response or an error; undefined for those that others have made. */
export const outcomeOf = (answered: object) => (answered as { [known]?: Outcome })[known];

/** The status of a refusal that came with that of a success: by it alone other clients tell them apart. */
const refusalStatus = (status: number, { mayHaveActed }: { mayHaveActed: boolean }) =>
  status >= 400 && status < 600 ? status : mayHaveActed ? 500 : 400;

/**
 * A Response for openapi-fetch, which reads it as text or as JSON: the one that came, where it can be given on. To put
 * the text into a fresh one, and to read it there again, would cost more than to verify it.
 */
function lightResponse(text: string, init: ResponseInit, came?: Response): Response {
  return Object.assign(came ?? new Response(null, init), {
    text: async () => text,
    json: async () => JSON.parse(text),
  });
}

/** As much of a Response as openapi-fetch looks at when there is nothing to be read. */
const nothingToRead = () => ({ status: 204, ok: true, headers: { get: () => null } }) as unknown as Response;

/** A Response that anybody may read. */
function wholeResponse(text: string, init: ResponseInit): Response {
  const response = new Response(text, init);
  // They tell of the bytes that travelled; this text is unpacked and whole.
  for (const name of ['Content-Encoding', 'Content-Length', 'Transfer-Encoding']) {
    response.headers.delete(name);
  }
  return response;
}

/** What other clients can read of an outcome. */
function answeredBy({ reading, answer, idempotencyKey }: Outcome, light?: LightRequest): Response | Error {
  const error = 'error' in reading ? reading.error : undefined;
  if (!answer || error?.type === 'transport_error') return error as Error;
  if (light?.unread) return nothingToRead();
  const status = error ? refusalStatus(answer.status, error) : answer.status;
  const { text, headers } = answer;
  const same = status === answer.status && !idempotencyKey ? answer.response : undefined;
  const response = light
    ? lightResponse(text, { status, headers }, same)
    : wholeResponse(text, { status, headers });
  if (idempotencyKey) response.headers.set(names.idempotencyKey, idempotencyKey);
  return response;
}

/** The fetch over a caller. */
export function fetchOver(call: Caller) {
  return async (
    input: LightRequest | Request | URL | string,
    init?: GatewayRequestInit,
  ): Promise<Response> => {
    const outcome = await call(await readRequest(input, init));
    const answered = answeredBy(outcome, input instanceof LightRequest ? input : undefined);
    Object.defineProperty(answered, known, { value: outcome });
    if (answered instanceof Error) throw answered;
    return answered;
  };
}

/**
 * Makes the fetch of one terminal: `createClient` of openapi-fetch, or of any other library, takes it.
 * @throws ConfigurationError when token, environment and address do not fit together, or a live token is in a browser.
 */
export function createGatewayFetch(options: ClientOptions): GatewayFetch {
  const settings = readOptions(options);
  return Object.assign(fetchOver(createCaller(settings)), { baseUrl: settings.baseUrl });
}
