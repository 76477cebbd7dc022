// A fetch that signs, verifies and repeats, for use under any client: what it returns has been believed.
import { headers as names } from '../../generated/client-facts.ts';
import { type GatewayRequestInit, type LightRequest, readRequest } from './asked.ts';
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

/** By the Response that was returned, or the error that was thrown. */
const outcomes = new WeakMap<object, Outcome>();

/** What else is known of a Response or an error; undefined for those that others have made. */
export const outcomeOf = (answered: object) => outcomes.get(answered);

/** The status of a refusal that came with that of a success: by it alone other clients tell them apart. */
const refusalStatus = (status: number, { mayHaveActed }: { mayHaveActed: boolean }) =>
  status >= 400 && status < 600 ? status : mayHaveActed ? 500 : 400;

/** What other clients can read of an outcome. */
function answeredBy({ reading, answer, idempotencyKey }: Outcome, unread: boolean): Response | Error {
  const error = 'error' in reading ? reading.error : undefined;
  if (!answer || error?.type === 'transport_error') return error as Error;
  if (unread) return new Response(null);
  const headers = new Headers(answer.headers);
  // They tell of the bytes that travelled; this text is unpacked and whole.
  for (const name of ['Content-Encoding', 'Content-Length', 'Transfer-Encoding']) headers.delete(name);
  if (idempotencyKey) headers.set(names.idempotencyKey, idempotencyKey);
  return new Response(answer.text, {
    status: error ? refusalStatus(answer.status, error) : answer.status,
    headers,
  });
}

/** The fetch over a caller. */
export function fetchOver(call: Caller) {
  return async (
    input: LightRequest | Request | URL | string,
    init?: GatewayRequestInit,
  ): Promise<Response> => {
    const asked = await readRequest(input, init);
    const outcome = await call(asked);
    const answered = answeredBy(outcome, asked.unread === true);
    outcomes.set(answered, outcome);
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
