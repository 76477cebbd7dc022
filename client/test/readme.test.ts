// The samples of the README do what it says, one after the other, at a sandbox.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as client from '@irandargah/client';
import * as openapiFetch from 'openapi-fetch';
import ts from 'typescript';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { servers } from '../../generated/client-facts.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/src/index.ts';

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8');
const samples = [...readme.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, sample = '']) => sample);

const modules: Record<string, object> = { '@irandargah/client': client, 'openapi-fetch': openapiFetch };
const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;

/**
 * Runs the sample that contains a text.
 * @param given what the shop has already, by name.
 * @param wanted the names of what the sample makes.
 */
async function runSample<Wanted extends string>(
  text: string,
  given: Record<string, unknown>,
  wanted: Wanted[],
  // biome-ignore lint/suspicious/noExplicitAny: what a sample makes has no type here; the compiler reads it elsewhere
): Promise<Record<Wanted, any>> {
  const sample = samples.find((one) => one.includes(text));
  if (!sample) throw new Error(`No sample of the README has ${text}.`);
  const { outputText } = ts.transpileModule(sample, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const body = `${outputText}\nreturn { ${wanted.join(', ')} };`;
  const run = new AsyncFunction('require', 'exports', ...Object.keys(given), body);
  return run((name: string) => modules[name], {}, ...Object.values(given));
}

let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ port: 0, memory: true, ratePerSecond: 0 });
  // The samples name the gateway's own sandbox; here it is the one of this machine.
  const reach = globalThis.fetch;
  vi.stubGlobal('fetch', async (input: Request | URL | string, init?: RequestInit) => {
    const url = input instanceof Request ? input.url : String(input);
    const here = url.replace(servers.sandbox, sandbox.url);
    return reach(input instanceof Request ? new Request(here, input) : here, init);
  });
  vi.stubEnv('IRANDARGAH_TOKEN', sandbox.token);
  vi.stubEnv('IRANDARGAH_SECRET_KEY', sandbox.secretKey);
});
afterAll(async () => {
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
  await sandbox.close();
});

it('sends the payer to the gateway by the methods', async () => {
  const { gateway } = await runSample('createClient({', {}, ['gateway']);
  const { gateway_url } = await runSample('gateway.createPayment(', { gateway }, ['gateway_url']);
  expect(gateway_url).toContain('/startpay/');
});

it('sends the payer to the gateway by path, with the key of the order', async () => {
  const { gateway } = await runSample('createClient({', {}, ['gateway']);
  const { idempotencyKey } = await runSample('gateway.createPayment(', { gateway }, ['idempotencyKey']);
  const given = { gateway, idempotencyKey };
  const { gateway_url, data } = await runSample('gateway.POST(', given, ['gateway_url', 'data']);
  expect(gateway_url).toContain('/startpay/');
  expect(data.data.meta.idempotency_key).toBe(idempotencyKey);
});

it('finds the payment by the fetch alone, under openapi-fetch and by itself', async () => {
  const { gateway } = await runSample('createClient({', {}, ['gateway']);
  const { authority } = await runSample('gateway.createPayment(', { gateway }, ['authority']);
  const { data, response } = await runSample('createGatewayFetch({', { authority }, ['data', 'response']);
  expect(data.data.transaction).toMatchObject({ authority, status: 'pending' });
  expect(await response.json()).toMatchObject({ success: true, data: { transaction: { authority } } });
});
