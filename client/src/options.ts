// What a client is made of, checked before anything is sent.
import { servers, tokenPattern, tokenPrefixes } from '../../generated/client-facts.ts';
import { ConfigurationError } from './errors.ts';
import type { LogEntry } from './log.ts';

export type Environment = keyof typeof servers;

/** Time as the client sees it; tests give one of their own. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Waits, but no longer than until the signal is aborted. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
}

export interface ClientOptions {
  /** The token of your terminal; keep it on your server. */
  token: string;
  /** Signs every request and verifies every answer, if your terminal has one. */
  secretKey?: string | undefined;
  /** Must fit the token: `idg_live_` is production, `idg_test_` the sandbox. */
  environment: Environment;
  /** Another address than the environment's own: a sandbox on your machine, for example. */
  baseUrl?: string | undefined;
  /** How long one attempt may take, in milliseconds; 30,000 unless you say otherwise. */
  timeoutMs?: number | undefined;
  /** How often an attempt that failed on the way is repeated, where that is safe; 2 unless you say otherwise. */
  retries?: number | undefined;
  /** The longest pause before a retry, in milliseconds; 10,000 unless you say otherwise. */
  maxRetryDelayMs?: number | undefined;
  /** The largest answer that is read, in bytes after unpacking; 10,000,000 unless you say otherwise. */
  maxAnswerBytes?: number | undefined;
  /** Called when the token has been rotated away; `expiresAt` (ISO 8601) is when it stops working. */
  onTokenDeprecated?: ((notice: { expiresAt?: string }) => void) | undefined;
  /** Called after every attempt, with everything sensitive redacted. */
  onLog?: ((entry: LogEntry) => void) | undefined;
  /** Called with what deserves a look; goes to console.warn unless you say otherwise. */
  onWarning?: ((message: string) => void) | undefined;
  fetch?: typeof globalThis.fetch | undefined;
  clock?: Clock | undefined;
}

/** The options with nothing missing. */
export interface Settings extends ClientOptions {
  baseUrl: string;
  timeoutMs: number;
  retries: number;
  maxRetryDelayMs: number;
  maxAnswerBytes: number;
  onWarning: (message: string) => void;
  fetch: typeof globalThis.fetch;
  clock: Clock;
}

const systemClock: Clock = {
  now: Date.now,
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal?.addEventListener('abort', done);
      if (signal?.aborted) done();
    }),
};

/** Whether this is a browser, one of its workers, or a mobile app: places where a token is public. */
function isPublicPlace(): boolean {
  const place = globalThis as {
    document?: unknown;
    importScripts?: unknown;
    Deno?: unknown;
    navigator?: { product?: string };
  };
  return (
    typeof place.document === 'object' ||
    (typeof place.importScripts === 'function' && !place.Deno) ||
    place.navigator?.product === 'ReactNative'
  );
}

/** Blanks, line breaks, and the marks that come along with copied Persian text. */
const invisible = /[\s\p{Cf}]/u;

/**
 * Checks the options and fills in the defaults.
 * @throws ConfigurationError saying what is wrong and what to do; the token itself never appears in it.
 */
export function readOptions(options: ClientOptions): Settings {
  const { token, secretKey, environment } = options;
  const prefix = tokenPrefixes[environment];
  if (!prefix) throw new ConfigurationError('Set environment to "production" or "sandbox".');
  if (invisible.test(token) || secretKey?.trim() !== secretKey) {
    throw new ConfigurationError(
      'There is a blank or a line break in token or secretKey: take that one out.',
    );
  }
  if (!token?.startsWith(prefix) || !new RegExp(tokenPattern).test(token)) {
    throw new ConfigurationError(
      `For ${environment} the token begins with ${prefix}: take that one, or change environment.`,
    );
  }
  const live = environment === 'production';
  if (live && isPublicPlace()) {
    throw new ConfigurationError(
      'A live token must never reach a browser or an app: call the gateway from your server.',
    );
  }
  const address = options.baseUrl ?? servers[environment];
  // In the form that a Request gives to every address.
  const baseUrl = URL.canParse(address) ? new URL(address).href.replace(/\/+$/, '') : '';
  const foreign = !baseUrl || baseUrl.startsWith(servers[live ? 'sandbox' : 'production']);
  if (foreign || (live && !baseUrl.startsWith('https://'))) {
    throw new ConfigurationError(
      `baseUrl does not fit ${environment}: leave it out, or give an https:// address of your own.`,
    );
  }
  return {
    timeoutMs: 30_000,
    retries: 2,
    maxRetryDelayMs: 10_000,
    maxAnswerBytes: 10_000_000,
    onWarning: (message) => console.warn(message),
    clock: systemClock,
    fetch: globalThis.fetch,
    ...Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)),
    baseUrl,
  } as Settings;
}
