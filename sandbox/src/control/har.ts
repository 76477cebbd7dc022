// Writes recorded requests as HTTP Archive 1.2; secrets give way to others of the same form, so that it can be judged.
import { contractVersion, sensitiveFields, signing } from '../../../generated/facts.ts';
import type { RequestRecord } from './request-record.ts';

const member = new RegExp(`("(?:${sensitiveFields.join('|')})"\\s*:\\s*")((?:[^"\\\\]|\\\\.)*)"`, 'g');

/** The first digits tell what kind of number it is; those that tell whose it is become 0. */
function stranger(value: string): string {
  if (/^\+?[0-9]{10,19}$/.test(value)) return value.slice(0, 6) + value.slice(6).replaceAll(/[0-9]/g, '0');
  if (/^[0-9]+\*+[0-9]+$/.test(value) || /^\*+\w*\*+$/.test(value)) return value;
  return value.replaceAll(/[0-9A-Za-z]/g, '0');
}

const disguised = (text: string) =>
  text.replaceAll(member, (_whole, start: string, value: string) => `${start}${stranger(value)}"`);

const secretHeaders = new Set(
  ['authorization', 'cookie', 'x-api-token', 'x-api-key', signing.request.signature_header].map((name) =>
    name.toLowerCase(),
  ),
);

function headersOf(headers: RequestRecord['answerHeaders']): { name: string; value: string }[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one) => ({
      name,
      value: secretHeaders.has(name)
        ? String(one).replaceAll(/[0-9A-Za-z]{20,}/g, (found) => '0'.repeat(found.length))
        : String(one),
    })),
  );
}

function entry(record: RequestRecord, origin: string): object {
  const { at, method, path, status, fault, requestText, answerText, requestHeaders, answerHeaders } = record;
  const url = new URL(path, origin);
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
