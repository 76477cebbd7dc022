// Writes exchanges as a HAR file, as a browser's network panel does.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Exchange } from '../../src/judge/exchange.ts';

const listed = (headers: Record<string, string>) =>
  Object.entries(headers).map(([name, value]) => ({ name, value }));

/** @param at when the exchanges began, one a second, in Unix seconds @returns the path of a new file */
export function harFile(exchanges: Exchange[], base: string, at: number): string {
  const entries = exchanges.map(({ request, answer }, index) => ({
    startedDateTime: new Date((at + index) * 1000).toISOString(),
    time: 1,
    request: {
      method: request.method,
      url: base + request.path,
      httpVersion: 'HTTP/1.1',
      headers: listed(request.headers),
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: request.body?.length ?? 0,
      ...(request.body && {
        postData: { mimeType: 'application/json', text: Buffer.from(request.body).toString() },
      }),
    },
    response: {
      status: answer.status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      headers: listed(answer.headers),
      cookies: [],
      content: {
        size: answer.body.length,
        mimeType: answer.headers['content-type'] ?? '',
        text: Buffer.from(answer.body).toString('base64'),
        encoding: 'base64',
      },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: 1, receive: 0 },
  }));
  const file = join(mkdtempSync(join(tmpdir(), 'irandargah-har-')), 'traffic.har');
  writeFileSync(
    file,
    JSON.stringify({ log: { version: '1.2', creator: { name: 'test', version: '1' }, entries } }),
  );
  return file;
}
