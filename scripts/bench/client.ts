// `npm run bench -- client`: what a call of the client costs beside one of plain openapi-fetch, in one run; and its size.
import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import openapiFetch from 'openapi-fetch';
import { createClient, rials } from '../../client/src/index.ts';
import { idempotency, operations, signing } from '../../generated/facts.ts';
import type { paths } from '../../generated/types.ts';
import { clientSizes } from './client-size.ts';

const concurrent = 32;
const warmUp = 4000;
const rounds = 40;
const callsPerRound = 120;
/** Of the calls that the yardstick makes with the same work of the processor. */
const goal = 0.9;

const token = 'idg_test_0123456789abcdef';
const secretKey = 'the secret key of a terminal';
const authority = '2025100121424146HC';
const order = { amount: rials(250_000), order_id: 'ORDER-1', callback_url: 'https://shop.example/callback' };
const payment = operations.getPayment.path;
const payments = operations.createPayment.path;
const byAuthority = { params: { path: { authority } } };

type Call = () => Promise<unknown>;

/** Throws for an answer of openapi-fetch that is an error, as a shop would notice it. */
async function data(asked: Promise<{ data?: unknown; error?: unknown }>) {
  const { data, error } = await asked;
  if (error) throw error;
  return data;
}

/** openapi-fetch as it comes: it signs, verifies and repeats nothing. */
function plain(baseUrl: string, fetch?: (request: Request) => Promise<Response>) {
  const api = openapiFetch<paths>({ baseUrl, fetch, headers: { Authorization: `Bearer ${token}` } });
  const header = () => ({ [idempotency.header]: randomUUID() });
  return {
    getPayment: () => data(api.GET(payment, byAuthority)),
    createPayment: () => data(api.POST(payments, { params: { header: header() }, body: order })),
  };
}

/** What a merchant would write by hand below openapi-fetch to sign requests and to verify answers, as all runtimes can. */
function signingFetch(): (request: Request) => Promise<Response> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const imported = crypto.subtle.importKey('raw', encoder.encode(secretKey), algorithm, false, [
    'sign',
    'verify',
  ]);
  const { request: forward, response: back } = signing;
  return async (request) => {
    const key = await imported;
    const body = await request.text();
    const { pathname } = new URL(request.url);
    const timestamp = String(Math.floor(Date.now() / 1000));
    const endpoint = pathname.slice(forward.endpoint_prefix.length);
    const text = encoder.encode(`${request.method}:${endpoint}:${body}:${timestamp}`);
    const signature = Buffer.from(await crypto.subtle.sign('HMAC', key, text)).toString('hex');
    const headers = new Headers(request.headers);
    headers.set(forward.timestamp_header, timestamp);
    headers.set(forward.signature_header, signature);
    const answer = await fetch(request.url, { method: request.method, headers, body: body || undefined });
    const answered = await answer.text();
    const signed = encoder.encode(`${answered}:${answer.headers.get(back.timestamp_header)}`);
    const theirs = Buffer.from(answer.headers.get(back.signature_header) ?? '', 'hex');
    if (!(await crypto.subtle.verify('HMAC', key, theirs, signed))) throw new Error('forged');
    return new Response(answered, answer);
  };
}

/** The client, by path and by method. */
function client(baseUrl: string, secretKey?: string) {
  const gateway = createClient({ token, environment: 'sandbox', baseUrl, secretKey });
  return {
    'GET getPayment': () => data(gateway.GET(payment, byAuthority)),
    getPayment: () => data(gateway.getPayment(authority)),
    'POST createPayment': () => data(gateway.POST(payments, { body: order })),
    createPayment: () => data(gateway.createPayment(order)),
  };
}

/** Makes calls, as many of them at once as a busy shop has. @returns microseconds of the processor for each. */
async function cost(call: Call, calls: number): Promise<number> {
  const before = process.cpuUsage();
  let left = calls;
  const worker = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: concurrent }, worker));
  const { user, system } = process.cpuUsage(before);
  return (user + system) / calls;
}

/** The lower quartile: the rounds that the rest of the machine disturbed least. */
const undisturbed = (costs: number[]) => costs.sort((one, other) => one - other)[costs.length >> 2] as number;

/** All in turn, in short rounds, so that whatever else the machine does hits all alike. */
async function costs(calls: Record<string, Call>): Promise<Record<string, number>> {
  for (const call of Object.values(calls)) await cost(call, warmUp);
  const found = new Map<string, number[]>(Object.keys(calls).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, call] of Object.entries(calls)) {
      found.get(name)?.push(await cost(call, callsPerRound));
    }
  }
  return Object.fromEntries([...found].map(([name, all]) => [name, undisturbed(all)]));
}

/** @returns how many goals were missed. */
async function measureCalls(url: string): Promise<number> {
  const yardsticks = { unsigned: plain(url), signed: plain(url, signingFetch()) };
  const ours = { unsigned: client(url), signed: client(url, secretKey) };
  let missed = 0;
  for (const kind of ['unsigned', 'signed'] as const) {
    const found = await costs({
      plainGet: yardsticks[kind].getPayment,
      plainPost: yardsticks[kind].createPayment,
      ...ours[kind],
    });
    const below = kind === 'signed' ? 'openapi-fetch, signing by hand' : 'plain openapi-fetch';
    console.log(`\n${kind} calls, ${concurrent} at once`.padEnd(44), 'µs each   ratio');
    for (const [name, each] of Object.entries(found)) {
      const yardstick = name.includes('get') ? found.plainGet : found.plainPost;
      const isOurs = name in ours[kind];
      const ratio = (yardstick as number) / each;
      const reached = !isOurs || ratio >= goal;
      if (!reached) missed += 1;
      const mark = isOurs ? (reached ? '✓' : '✗') : ' ';
      const title = isOurs ? `client ${name}` : `${below} ${name.slice('plain'.length).toUpperCase()}`;
      const figures = `${each.toFixed(1).padStart(8)}${isOurs ? ratio.toFixed(3).padStart(8) : ''}`;
      console.log(`${mark} ${title.padEnd(41)} ${figures}${isOurs ? ` (goal: at least ${goal})` : ''}`);
    }
  }
  return missed;
}

/** @returns how many goals were missed. */
async function measureSizes(): Promise<number> {
  let missed = 0;
  console.log('\nsize, minified and gzipped'.padEnd(48), 'bytes');
  for (const { what, bytes, goal } of await clientSizes()) {
    if (bytes >= goal) missed += 1;
    const mark = bytes < goal ? '✓' : '✗';
    console.log(`${mark} ${what.padEnd(41)} ${String(bytes).padStart(8)} (goal: less than ${goal})`);
  }
  return missed;
}

async function main(): Promise<number> {
  const server = fork(new URL('signing-server.ts', import.meta.url), {
    env: { ...process.env, BENCH_SECRET_KEY: secretKey },
  });
  const [{ url }] = (await once(server, 'message')) as [{ url: string }];
  const missed = (await measureSizes()) + (await measureCalls(url));
  const exit = once(server, 'exit');
  server.disconnect();
  await exit;
  return missed > 0 ? 1 : 0;
}

process.exitCode = await main();
