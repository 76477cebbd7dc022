// A sandbox for tests: in memory, on a clock that the test moves, whose every answer is checked against the contract.
import { createHmac, randomUUID } from 'node:crypto';
import { errors, type OperationId, operations, signing } from '../../../generated/facts.ts';
import { manualClock } from '../../src/core/clock.ts';
import { createIdentifiers } from '../../src/core/identifiers.ts';
import { createSandbox, type Sandbox, type SandboxParts } from '../../src/server.ts';
import { contractOfTerminal } from '../../src/terminals/dialects.ts';
import { createTerminal, type NewTerminal } from '../../src/terminals/terminals.ts';
import { answerFaults } from './contract.ts';
import { controlFaults } from './control.ts';
import { openTestStorage } from './storage.ts';

/** Noon of a Tuesday, the 3rd of Azar 1405, in Tehran. */
export const noon = Date.UTC(2026, 10, 24, 8, 30, 0);

const strangersCodes: number[] = [errors.ErrorCredentialsMissing.code, errors.ErrorCredentialsInvalid.code];

export interface TestAnswer {
  status: number;
  headers: Record<string, string | undefined>;
  text: string;
  // Tests look into answers of every shape; the contract's validators have checked each before.
  // biome-ignore lint/suspicious/noExplicitAny: see above
  json: any;
}

interface RequestOptions {
  authority?: string;
  query?: string;
  body?: unknown;
  /** Sent as it stands instead of `body`. */
  rawBody?: string | Buffer;
  key?: string | undefined;
  headers?: Record<string, string | undefined>;
  /** Signed by default where the terminal has a key, which lifts the limits, as a good client does. */
  sign?: boolean;
}

export interface TestTerminal {
  id: string;
  token: string;
  secretKey: string | null;
  /** Calls an operation; the answer is checked against the contract. */
  call: (operation: OperationId, options?: RequestOptions) => Promise<TestAnswer>;
  /** Creates a payment. @returns its authority. */
  createPayment: (fields?: Record<string, unknown>) => Promise<string>;
  /** Pays, fails or cancels a payment in the payer's place. */
  pay: (authority: string, card?: string) => Promise<TestAnswer>;
}

export interface TestSandbox extends Sandbox {
  clock: ReturnType<typeof manualClock>;
  terminal: (wanted?: NewTerminal) => Promise<TestTerminal>;
  request: (
    method: string,
    path: string,
    headers?: Record<string, string | undefined>,
    payload?: string | Buffer,
  ) => Promise<TestAnswer>;
  /** Calls the control API: GET without a body, else POST; the answer is checked against its document. */
  control: (path: string, body?: unknown, method?: 'GET' | 'POST' | 'DELETE') => Promise<TestAnswer>;
}

export const payment = {
  amount: 100_000,
  order_id: 'ORDER-12345',
  callback_url: 'https://merchant.com/callback',
};

export function signatureOf(
  secretKey: string,
  method: string,
  path: string,
  body: string | Buffer,
  timestamp: string,
): string {
  const endpoint = path.slice(signing.request.endpoint_prefix.length).split('?')[0] ?? '';
  return createHmac('sha256', secretKey)
    .update(`${method}:${endpoint}:`)
    .update(body)
    .update(`:${timestamp}`)
    .digest('hex');
}

/** Starts a sandbox that takes requests without listening. */
export async function testSandbox(parts: Partial<SandboxParts> = {}): Promise<TestSandbox> {
  const clock = manualClock(noon);
  const sandbox = await createSandbox({
    storage: parts.storage ?? (await openTestStorage()),
    settings: { publicUrl: 'http://localhost:4020', ratePerSecond: 0, onLoopback: true, ...parts.settings },
    clock: parts.clock ?? clock,
    identifiers: parts.identifiers ?? createIdentifiers(),
    ...(parts.log ? { log: parts.log } : {}),
  });

  const request: TestSandbox['request'] = async (method, path, headers = {}, payload) => {
    const response = await sandbox.app.inject({
      method: method as 'GET',
      url: path,
      headers: Object.fromEntries(
        Object.entries(headers).filter(([, value]) => value !== undefined),
      ) as Record<string, string>,
      ...(payload === undefined ? {} : { payload }),
    });
    const isJson = String(response.headers['content-type'] ?? '').startsWith('application/json');
    return {
      status: response.statusCode,
      headers: response.headers as Record<string, string | undefined>,
      text: response.body,
      json: isJson ? JSON.parse(response.body) : undefined,
    };
  };

  const control: TestSandbox['control'] = async (
    path,
    body,
    method = body === undefined ? 'GET' : 'POST',
  ) => {
    const url = `/_sandbox/${path}`;
    const answer = await request(
      method,
      url,
      { host: '127.0.0.1', 'content-type': body === undefined ? undefined : 'application/json' },
      body === undefined ? undefined : JSON.stringify(body),
    );
    const faults = controlFaults(method, url, answer.status, answer.json);
    if (faults.length > 0) throw new Error(`${method} ${url} broke its document:\n${faults.join('\n')}`);
    return answer;
  };

  const terminal: TestSandbox['terminal'] = async (wanted) => {
    const { id, token, secretKey } = await createTerminal(sandbox.services, wanted);
    const call: TestTerminal['call'] = async (operation, options = {}) => {
      const { method, path: template, requestSchema, idempotencyKey } = operations[operation];
      const path =
        template.replace('{authority}', options.authority ?? '') + (options.query ? `?${options.query}` : '');
      const payload =
        options.rawBody ?? (options.body === undefined ? undefined : JSON.stringify(options.body));
      const key = 'key' in options ? options.key : idempotencyKey === 'required' ? randomUUID() : undefined;
      const timestamp = String(Math.floor(clock.now() / 1000));
      const answer = await request(
        method,
        path,
        {
          authorization: `Bearer ${token}`,
          'content-type': requestSchema === null ? undefined : 'application/json',
          'idempotency-key': key,
          ...((options.sign ?? true) && secretKey
            ? {
                'x-signature': signatureOf(secretKey, method, path, payload ?? '', timestamp),
                'x-timestamp': timestamp,
              }
            : {}),
          ...options.headers,
        },
        payload,
      );
      // A test may have told the terminal to speak otherwise than when it was made, and whose token is unknown is
      // answered as the sandbox itself speaks.
      const { services } = sandbox;
      const { dialects } = strangersCodes.includes(answer.json?.error?.code)
        ? services.contracts.byDefault
        : await contractOfTerminal(services, id);
      const faults = answerFaults(operation, answer, dialects).filter(
        // The sandbox's documented exception to the contract: local webhooks by plain http (docs/decisions/0047).
        (fault) => !(fault.startsWith('/data/webhook/url') && /"url":"http:\/\/127\./.test(answer.text)),
      );
      if (faults.length > 0)
        throw new Error(`${operation} broke the contract:\n${faults.join('\n')}\n${answer.text}`);
      return answer;
    };
    return {
      id,
      token,
      secretKey,
      call,
      createPayment: async (fields = {}) => {
        const { json } = await call('createPayment', { body: { ...payment, ...fields } });
        return json.data.transaction.authority as string;
      },
      pay: (authority, card = 'success') => control(`payments/${authority}/pay`, { card }),
    };
  };

  return { ...sandbox, clock, terminal, request, control };
}
