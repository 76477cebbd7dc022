// Reads the exchanges of a HAR file (HTTP Archive 1.2), whichever tool has recorded it.
import { readFileSync } from 'node:fs';
import type { Entry, Har, Header } from 'har-format';
import { servers, tokens } from '../contract/facts.ts';
import type { Exchange } from '../judge/exchange.ts';
import type { Period } from '../model/observation.ts';
import { Unjudgeable } from '../run/unjudgeable.ts';

/** An exchange as it was recorded, with its place in the file. */
export interface RecordedExchange extends Exchange {
  /** Counted from 0, in the order of the file. */
  index: number;
  /** Whether it went to the sandbox environment, whose limits differ: by the host, or by the token's prefix. */
  sandbox: boolean;
  /** Unix seconds on the clock of whoever recorded it, if that is known. */
  startedAt?: number;
  /** From when the request was sent until the answer was there, in seconds with their fractions. */
  span?: Period;
}

function headersOf(headers: Header[]): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { name, value } of headers) {
    const key = name.toLowerCase();
    found[key] = key in found ? `${found[key]}, ${value}` : value;
  }
  return found;
}

function exchangeOf({ request, response, startedDateTime, time }: Entry, index: number): RecordedExchange {
  const { pathname, search, origin, hostname } = new URL(request.url);
  const headers = headersOf(request.headers);
  const isLocal = hostname === 'localhost' || hostname.startsWith('127.');
  const { text = '', encoding } = response.content ?? {};
  const started = Date.parse(startedDateTime ?? '');
  return {
    index,
    sandbox:
      origin === servers.sandbox ||
      isLocal ||
      (headers.authorization ?? '').includes(tokens.prefixes.sandbox),
    ...(Number.isFinite(started) && {
      startedAt: Math.floor(started / 1000),
      span: { from: started / 1000, to: (started + Math.max(time || 0, 0)) / 1000 },
    }),
    request: {
      method: request.method,
      path: pathname + search,
      headers,
      ...(request.postData?.text !== undefined && { body: Buffer.from(request.postData.text) }),
    },
    answer: {
      status: response.status,
      headers: headersOf(response.headers),
      body: Buffer.from(text, encoding === 'base64' ? 'base64' : 'utf8'),
    },
  };
}

/** @throws Unjudgeable when there is no such file, or when it is no HAR file */
export function readHar(file: string): RecordedExchange[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Unjudgeable(
      missing ? `There is no file ${file}.` : `The file ${file} cannot be read: ${(error as Error).message}`,
    );
  }
  try {
    const { log } = JSON.parse(text) as Har;
    return log.entries.map(exchangeOf);
  } catch {
    throw new Unjudgeable(
      `${file} is no HAR file: it must be JSON with log.entries, as a browser's network panel saves it.`,
    );
  }
}
