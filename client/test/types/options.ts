// Compiles with exactOptionalPropertyTypes as well: what may be left out may be undefined, as settings of a process are.
import { connectSandbox, startSandbox, type TestingTerminal } from '@irandargah/sandbox/testing';
import { createClient, createGatewayFetch, type Input, verifyWebhook } from '../../src/index.ts';

declare const unset: undefined;
declare const terminal: TestingTerminal;
declare const authority: string;
declare const payment: Input<'createPayment'>;

export const gateway = createClient({
  token: process.env.IRANDARGAH_TOKEN ?? '',
  environment: 'sandbox',
  secretKey: process.env.IRANDARGAH_SECRET_KEY,
  baseUrl: process.env.IRANDARGAH_URL,
  timeoutMs: unset,
  retries: unset,
  maxRetryDelayMs: unset,
  maxAnswerBytes: unset,
  onTokenDeprecated: unset,
  onLog: unset,
  onWarning: unset,
  fetch: unset,
  clock: unset,
});

export const gatewayFetch = createGatewayFetch({
  token: '',
  environment: 'sandbox',
  secretKey: process.env.IRANDARGAH_SECRET_KEY,
});

export async function calls(): Promise<void> {
  await gateway.getPayment(authority, { signal: unset, timeoutMs: unset, retries: unset });
  await gateway.createPayment(payment, { idempotencyKey: unset });
  await gatewayFetch('', { timeoutMs: unset, retries: unset });
  await verifyWebhook('', {}, '', { now: unset });
}

export async function tests(): Promise<void> {
  await startSandbox({ seed: process.env.SEED, startsAt: unset, port: unset, dialects: unset });
  await connectSandbox('', { controlToken: process.env.CONTROL_TOKEN, seed: process.env.SEED });
  await terminal.pay(authority, unset, { callback: unset });
  await terminal.fault({ kind: 'error', code: unset, times: unset });
}
