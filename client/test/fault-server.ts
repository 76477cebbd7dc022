// A small gateway that breaks in every way in which a network and a server can, and counts what it has really done.
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { headers as names, signing } from '../../generated/client-facts.ts';
import { errors } from '../../generated/facts.ts';

/** What goes wrong with one request. The first four happen before the gateway acts, the others after it has acted. */
export const faults = {
  cutBefore: { acts: false },
  limited: { acts: false },
  bankAway: { acts: false },
  htmlBefore: { acts: false },
  cutAfter: { acts: true },
  truncated: { acts: true },
  halfJson: { acts: true },
  internalError: { acts: true },
  html: { acts: true },
  silent: { acts: true },
  unsigned: { acts: true },
  wrongSignature: { acts: true },
  staleTimestamp: { acts: true },
  redirect: { acts: true },
} as const;
export type Fault = keyof typeof faults;

interface SeenRequest {
  method: string;
  path: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface FaultServer {
  url: string;
  /** One for each request to come; none when it is used up. */
  faults: Fault[];
  seen: SeenRequest[];
  /** How many payments exist, how many have been verified. */
  payments: Map<string, { amount: number; order_id: string; status: string; verified: boolean }>;
  verifications: number;
  /** Replaces the answer of the next request. */
  nextAnswer?: { status: number; body: unknown; headers?: Record<string, string> };
  close(): Promise<void>;
}

interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

const timestamp = '1404-06-28 10:30:00';
const meta = { request_id: 'req_1', processing_time_ms: 1 };
const success = (data: unknown, status_code = 200) => ({
  success: true,
  data,
  message: 'x',
  status_code,
  timestamp,
});

/** The envelope of an error of the catalogue. */
export function errorBody(name: keyof typeof errors, details?: unknown) {
  const { code, type } = errors[name];
  return {
    success: false,
    error: { message: 'پیام', code, type, ...(details ? { details } : {}) },
    status_code: code,
    timestamp,
    meta: { request_id: 'req_error' },
  };
}
const failure = (name: keyof typeof errors, details?: unknown): Answer => ({
  status: errors[name].http[0],
  body: errorBody(name, details),
});

export interface FaultServerOptions {
  /** Signs every answer with it. */
  secretKey?: string;
  /** Whether a repeated key gets the stored answer; a real gateway does so, but is it proven? */
  honoursKeys?: boolean;
}

export async function startFaultServer({
  secretKey,
  honoursKeys = true,
}: FaultServerOptions = {}): Promise<FaultServer> {
  const stored = new Map<string, Answer>();
  const payments: FaultServer['payments'] = new Map();

  function act({ method, path, headers, body }: SeenRequest): Answer {
    const key = headers[names.idempotencyKey.toLowerCase()] as string | undefined;
    const known = honoursKeys && key !== undefined ? stored.get(key) : undefined;
    if (known) return known;
    const answer = carryOut(method, path, body === '' ? {} : JSON.parse(body));
    if (key !== undefined) stored.set(key, answer);
    return answer;
  }

  function carryOut(
    method: string,
    path: string,
    fields: { authority?: string; amount?: number; order_id?: string },
  ) {
    const authority = path.split('/')[3] ?? fields.authority ?? '';
    const payment = payments.get(authority);
    if (method === 'POST' && path === '/v2/payments') {
      const created = `2025100121424${payments.size}ABCD`;
      const { amount = 0, order_id = '' } = fields;
      payments.set(created, { amount, order_id, status: 'pending', verified: false });
      const transaction = {
        authority: created,
        gateway_url: `${server.url}/startpay/${created}`,
        expires_at: timestamp,
      };
      return { status: 200, body: success({ transaction, meta }, 100) };
    }
    if (!payment) return failure('ErrorTransactionNotFound');
    const verification = { ref_id: '123456789', authority, amount: payment.amount, verified_at: timestamp };
    if (method === 'POST' && path === '/v2/verifications') {
      if (payment.verified) return failure('ErrorAlreadyVerified');
      if (payment.amount !== fields.amount)
        return failure('ErrorValidation', { validation: { amount: ['x'] } });
      payment.verified = true;
      payment.status = 'completed';
      server.verifications += 1;
      return { status: 200, body: success({ verification, meta }) };
    }
    if (path.startsWith('/v2/transactions/')) {
      const { amount, order_id, status, verified } = payment;
      const transaction = { authority, amount, order_id, status, can_be_verified: !verified };
      return { status: 200, body: success({ transaction }) };
    }
    const state = payment.verified ? verification : { ...verification, ref_id: null, verified_at: null };
    return { status: 200, body: success({ verification: state, meta: { request_id: 'req_2' } }) };
  }

  function send(response: ServerResponse, { status, body, headers = {} }: Answer, fault?: Fault) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const { signature_header, timestamp_header } = signing.response;
    const signed: Record<string, string> = {};
    if (secretKey !== undefined && typeof body !== 'string' && fault !== 'unsigned') {
      const age = fault === 'staleTimestamp' ? signing.tolerance_seconds + 1 : 0;
      signed[timestamp_header] = String(Math.floor(Date.now() / 1000) - age);
      const key = fault === 'wrongSignature' ? 'another key' : secretKey;
      signed[signature_header] = createHmac('sha256', key)
        .update(`${text}:${signed[timestamp_header]}`)
        .digest('hex');
    }
    const type = { 'Content-Type': typeof body === 'string' ? 'text/html' : 'application/json' };
    if (fault === 'halfJson') {
      response.writeHead(status, { ...type, ...signed, ...headers });
      response.end(text.slice(0, text.length / 2));
      return;
    }
    response.writeHead(status, { ...type, 'Content-Length': Buffer.byteLength(text), ...signed, ...headers });
    if (fault === 'truncated') {
      response.write(text.slice(0, text.length / 2), () => response.destroy());
    } else response.end(text);
  }

  const http = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method = '', url = '', headers } = request;
    const seen = { method, path: url, headers, body };
    server.seen.push(seen);
    const fault = server.faults.shift();
    if (fault === 'cutBefore') return void response.destroy();
    if (fault === 'limited') {
      return send(response, { ...failure('ErrorRateLimited'), headers: { [names.retryAfter]: '2' } });
    }
    if (fault === 'bankAway') return send(response, failure('ErrorBankUnavailable'));
    if (fault === 'htmlBefore') return send(response, { status: 502, body: '<h1>Bad gateway</h1>' });
    const replaced = server.nextAnswer;
    server.nextAnswer = undefined;
    const answer = replaced ?? act(seen);
    if (fault === 'cutAfter') return void response.destroy();
    if (fault === 'internalError') return send(response, failure('ErrorInternal'));
    if (fault === 'html') return send(response, { status: 200, body: '<h1>Welcome</h1>' });
    if (fault === 'redirect')
      return send(response, { status: 302, body: '', headers: { Location: `${server.url}/trap` } });
    if (fault === 'silent') return;
    send(response, answer, fault);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const server: FaultServer = {
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    faults: [],
    seen: [],
    payments,
    verifications: 0,
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  return server;
}
