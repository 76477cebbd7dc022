// Writes recorded requests as HTTP Archive 1.2; secrets give way to others of the same form, so that it can be judged.
import { contractVersion } from '../../../generated/facts.ts';
import { asStranger, covered, secretHeaders } from '../core/confidential.ts';
import type { RequestRecord } from '../observed/request-record.ts';

const disguised = (text: string) => covered(text, asStranger);

/** Of the same form, where it is secret: a scheme, a length, and dashes stay. */
function headerValue(name: string, value: string): string {
  const shown = disguised(value);
  if (!secretHeaders.includes(name)) return shown;
  return shown.replaceAll(/[0-9A-Za-z]{20,}/g, (found) => '0'.repeat(found.length));
}

function headersOf(headers: RequestRecord['answerHeaders']): { name: string; value: string }[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => ({
      name,
      value: headerValue(name, String(one)),
    })),
  );
}

function entry(record: RequestRecord, origin: string): object {
  const { at, method, path, status, fault, requestText, answerText, requestHeaders, answerHeaders } = record;
  const url = new URL(disguised(path), origin);
  const answered = fault !== 'connection_cut';
  const mimeType = String(answerHeaders['content-type'] ?? '');
  return {
    startedDateTime: new Date(at).toISOString(),
    time: record.milliseconds,
    request: {
      method,
      url: url.href,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: headersOf(requestHeaders),
      queryString: [...url.searchParams].map(([name, value]) => ({ name, value })),
      headersSize: -1,
      bodySize: Buffer.byteLength(requestText),
      ...(requestText === ''
        ? {}
        : {
            postData: {
              mimeType: String(requestHeaders['content-type'] ?? ''),
              text: disguised(requestText),
            },
          }),
    },
    response: {
      // 0 is how an archive says that no answer came.
      status: answered ? status : 0,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: answered ? headersOf(answerHeaders) : [],
      redirectURL: '',
      headersSize: -1,
      bodySize: answered ? Buffer.byteLength(answerText) : 0,
      content: { size: Buffer.byteLength(answerText), mimeType, text: answered ? disguised(answerText) : '' },
    },
    cache: {},
    timings: { send: 0, wait: record.milliseconds, receive: 0 },
  };
}

/** @param origin where the sandbox is reached. @returns the archive of the requests. */
export function archiveOf(records: readonly RequestRecord[], origin: string): { log: Record<string, never> } {
  const log = {
    version: '1.2',
    creator: { name: '@irandargah/sandbox', version: contractVersion },
    entries: records.map((record) => entry(record, origin)),
  };
  return { log: log as never };
}
