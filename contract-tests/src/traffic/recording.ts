// Writes what a run sends and gets as a HAR file, without its secrets, so that the same traffic can be judged again.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Entry, Har } from 'har-format';
import { contractVersion, tokens } from '../contract/facts.ts';
import type { Exchange, ReceivedAnswer } from '../judge/exchange.ts';
import { Unjudgeable } from '../run/unjudgeable.ts';

export interface Recording {
  /**
   * Keeps an exchange.
   * @param at Unix seconds when it was sent, on the clock of the caller's terminal
   * @param took milliseconds until the answer was there
   */
  keep: (exchange: Pick<Exchange, 'request'> & { answer?: ReceivedAnswer }, at: number, took: number) => void;
  /** @throws Unjudgeable when the file cannot be written */
  write: (file: string) => void;
}

const anyToken = new RegExp(tokens.pattern.replaceAll(/^\^|\$$/g, ''), 'g');

/** Takes tokens and secrets out of a text: a token becomes a number of its own, so that terminals stay apart. */
function createMask(): (text: string) => string {
  const known = new Map<string, string>();
  const masked = (token: string): string => {
    const prefix = Object.values(tokens.prefixes).find((one) => token.startsWith(one)) ?? '';
    const name = known.get(token) ?? `${prefix}hidden${known.size + 1}`;
    known.set(token, name);
    return name;
  };
  return (text) =>
    text
      .replaceAll(anyToken, masked)
      .replaceAll(
        /("secret"\s*:\s*")([^"]+)(")/g,
        (_, before, secret: string, after) => `${before}${'x'.repeat(secret.length)}${after}`,
      );
}

const listed = (headers: Record<string, string>, masked: (text: string) => string) =>
  Object.entries(headers).map(([name, value]) => ({ name, value: masked(value) }));

/** How far a clock may be read wrongly by reading whole seconds. */
const wholeSeconds = 2000;

/** @param url the address of the server, without a path */
export function createRecording(url: string): Recording {
  const entries: Entry[] = [];
  const mask = createMask();
  /** By how much the clock of a caller runs ahead of this machine's: whole seconds alone would lose the order. */
  const ahead = new Map<string, number>();
  const momentOf = (caller: string, at: number, took: number): number => {
    const started = Date.now() - took;
    const known = ahead.get(caller);
    const measured = at * 1000 - started;
    if (known === undefined || Math.abs(measured - known) > wholeSeconds) ahead.set(caller, measured);
    return started + (ahead.get(caller) ?? 0);
  };
  return {
    keep: ({ request, answer }, at, took) => {
      const started = momentOf(request.headers.Authorization ?? '', at, took);
      const text = answer && mask(Buffer.from(answer.body).toString('utf8'));
      entries.push({
        startedDateTime: new Date(started).toISOString(),
        time: took,
        request: {
          method: request.method,
          url: url + request.path,
          httpVersion: 'HTTP/1.1',
          headers: listed(request.headers, mask),
          queryString: [],
          cookies: [],
          headersSize: -1,
          bodySize: request.body?.length ?? 0,
          ...(request.body && {
            postData: {
              mimeType: 'application/json',
              text: mask(Buffer.from(request.body).toString('utf8')),
            },
          }),
        },
        response: {
          status: answer?.status ?? 0,
          statusText: '',
          httpVersion: 'HTTP/1.1',
          headers: listed(answer?.headers ?? {}, mask),
          cookies: [],
          content: {
            size: answer?.body.length ?? 0,
            mimeType: answer?.headers['content-type'] ?? '',
            ...(text !== undefined && { text }),
          },
          redirectURL: '',
          headersSize: -1,
          bodySize: -1,
        },
        cache: {},
        timings: { send: 0, wait: took, receive: 0 },
      } as Entry);
    },
    write: (file) => {
      const har: Har = {
        log: { version: '1.2', creator: { name: 'irandargah-contract', version: contractVersion }, entries },
      };
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(file, `${JSON.stringify(har, null, 1)}\n`);
      } catch (error) {
        throw new Unjudgeable(`The recording ${file} cannot be written: ${(error as Error).message}`);
      }
    },
  };
}
