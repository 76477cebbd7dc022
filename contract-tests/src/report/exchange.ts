// The exchange of a finding as reports show it: what was sent, what came, and the line that sends it again.
import { nodeAt } from '../../../foundation/reader/pointers.ts';
import { sensitiveFields, signing } from '../contract/facts.ts';
import type { Evidence } from '../judge/exchange.ts';
import { curlOf } from './curl.ts';

export interface ReportedExchange {
  /** `POST /v2/payments`. */
  request: string;
  /** The headers that were sent; a good token stands there as `$CONTRACT_TOKEN`. */
  headers: Record<string, string>;
  /** The beginning of the body that was sent. */
  sent?: string;
  /** The status of the answer; none when no answer came. */
  status?: number;
  /** The beginning of the body that came. */
  answer?: string;
  /** By which the gateway finds the request in its own records. */
  requestId?: string;
  /** To be pasted into a shell; empty where that takes several requests. */
  curl: string;
}

const longest = 600;
const names = [...sensitiveFields, 'token'].join('|');
const sensitive = new RegExp(String.raw`("(?:${names})"\s*:\s*)("(?:[^"\\]|\\.)*"|[0-9.+eE-]+)`, 'g');

/** The beginning of a body as it travelled, sensitive fields blacked out. */
export function excerpt(bytes: Uint8Array): string {
  // A character too much at the cut is no matter; one too few would look like a fault.
  const text = Buffer.from(bytes.subarray(0, longest * 8)).toString('utf8');
  const safe = text.replaceAll(sensitive, '$1"(not shown)"');
  return safe.length > longest ? `${safe.slice(0, longest).toWellFormed()}…` : safe;
}

function requestIdOf(body: Uint8Array): string | undefined {
  try {
    const value = JSON.parse(Buffer.from(body).toString('utf8'));
    const found = nodeAt(value, '/data/meta/request_id') ?? nodeAt(value, '/meta/request_id');
    return typeof found === 'string' ? found : undefined;
  } catch {
    return undefined;
  }
}

/** What every request has says nothing about this one. */
const unremarkable = new Set(['Accept']);

/** @param base the address of the server, as `curlOf` takes it */
export function reportedExchange(evidence: Evidence, base: string): ReportedExchange {
  const { request, answer, token } = evidence;
  const { method, path, headers, body } = request;
  const shown = Object.entries(headers)
    .filter(([name]) => !unremarkable.has(name))
    .map(([name, value]) => [name, token ? value.replaceAll(token, '$CONTRACT_TOKEN') : value]);
  const requestId = answer && requestIdOf(answer.body);
  const signed = evidence.signed && signing.request.signature_header in headers;
  return {
    request: `${method} ${path}`,
    headers: Object.fromEntries(shown),
    ...(body && { sent: excerpt(body) }),
    ...(answer && { status: answer.status, answer: excerpt(answer.body) }),
    ...(requestId !== undefined && { requestId }),
    curl: curlOf(request, { base, ...(token !== undefined && { token }), signed }),
  };
}

/** The same as rows of a name and a text, for people. */
export function exchangeInWords(exchange: ReportedExchange | undefined): [name: string, text: string][] {
  if (!exchange) return [];
  const { request, headers, sent, status, answer, requestId, curl } = exchange;
  const listed = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const rows: [string, string | undefined][] = [
    ['request', request],
    ['headers', listed.join('; ')],
    ['sent', sent],
    ['status', status === undefined ? 'no answer' : `HTTP ${status}`],
    ['answer', answer === '' ? '(empty)' : answer],
    ['request_id', requestId],
    ['curl', curl],
  ];
  return rows.flatMap(([name, text]) => (text ? [[name, text] as [string, string]] : []));
}
