// `npm run bench -- client`: calls per second of the client beside those of bare fetch, in one run.
import { fork } from 'node:child_process';
import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import openapiFetch from 'openapi-fetch';
import { createClient, rials } from '../../client/src/index.ts';
import { idempotency, operations, signing } from '../../generated/facts.ts';
import type { paths } from '../../generated/types.ts';

const concurrent = 32;
const warmUp = 6000;
const rounds = 40;
const callsPerRound = 250;
const goal = 0.85;

const token = 'idg_test_0123456789abcdef';
const secretKey = 'the secret key of a terminal';
const authority = '2025100121424146HC';
const order = { amount: rials(250_000), order_id: 'ORDER-1', callback_url: 'https://shop.example/callback' };

type Call = () => Promise<unknown>;

/** What a merchant would write by hand, with the same headers and the same look at the answer. */
function byHand(url: string) {
  const ask = async (path: string, init?: RequestInit) => {
    const response = await fetch(url + path, init);
    const body = (await response.json()) as { success: boolean; data: unknown };
    if (!body.success) throw new Error('refused');
    return body.data;
  };
  const headers = { Authorization: `Bearer ${token}` };
  const creation = () => ({
    ...headers,
    'Content-Type': 'application/json',
    [idempotency.header]: randomUUID(),
  });
  const hmac = (text: string) => createHmac('sha256', secretKey).update(text).digest('hex');
  return {
    getPayment: () => ask(operations.getPayment.path.replace('{authority}', authority), { headers }),
    createPayment: () =>
      ask(operations.createPayment.path, {
        method: 'POST',
        headers: creation(),
        body: JSON.stringify(order),
      }),
    createSignedPayment: async () => {
      const body = JSON.stringify(order);
      const { request, response } = signing;
      const timestamp = String(Math.floor(Date.now() / 1000));
      const signature = hmac(`POST:payments:${body}:${timestamp}`);
      const signed = { [request.timestamp_header]: timestamp, [request.signature_header]: signature };
      const answer = await fetch(url + operations.createPayment.path, {
        method: 'POST',
        headers: { ...creation(), ...signed },
        body,
      });
      const text = await answer.text();
      const expected = hmac(`${text}:${answer.headers.get(response.timestamp_header)}`);
      if (expected !== answer.headers.get(response.signature_header)) throw new Error('forged');
      return JSON.parse(text).data;
    },
  };
}

function byClient(baseUrl: string) {
  const options = { token, environment: 'sandbox', baseUrl } as const;
  const client = createClient(options);
  const signing = createClient({ ...options, secretKey });
  const data = async (result: Promise<{ ok: boolean; data?: unknown; error?: Error }>) => {
    const { data: found, error } = await result;
    if (error) throw error;
    return found;
  };
  return {
    getPayment: () => data(client.getPayment(authority)),
    createPayment: () => data(client.createPayment(order)),
    createSignedPayment: () => data(signing.createPayment(order)),
  };
}

/** openapi-fetch with the same types, for comparison: it signs, verifies and repeats nothing. */
function byOpenapiFetch(baseUrl: string) {
  const api = openapiFetch<paths>({ baseUrl, headers: { Authorization: `Bearer ${token}` } });
  return {
    getPayment: () => api.GET('/v2/payments/{authority}', { params: { path: { authority } } }),
    createPayment: () =>
      api.POST('/v2/payments', { params: { header: { 'Idempotency-Key': randomUUID() } }, body: order }),
  };
}

interface Rate {
  /** Calls per second by the clock on the wall, whatever else the machine was doing. */
  wall: number;
  /** Calls per second of this process's own work: what decides, since it is the same on a busy machine. */
  work: number;
}

/** Makes calls, as many of them at once as a busy shop has. */
async function rate(call: Call, calls: number): Promise<Rate> {
  const start = performance.now();
  const before = process.cpuUsage();
  let left = calls;
  const worker = async () => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: concurrent }, worker));
  const { user, system } = process.cpuUsage(before);
  return { wall: (calls * 1000) / (performance.now() - start), work: (calls * 1e6) / (user + system) };
}

/** The upper quartile: the rounds that the rest of the machine disturbed least. */
const undisturbed = (rates: number[]) => rates.sort((one, other) => other - one)[rates.length >> 2] as number;

/** Both in turn, in short rounds, so that whatever else the machine does hits both alike. */
async function compare(hand: Call, client: Call) {
  for (const call of [hand, client]) await rate(call, warmUp);
  const rates = { hand: [] as Rate[], client: [] as Rate[] };
  for (let round = 0; round < rounds; round++) {
    rates.hand.push(await rate(hand, callsPerRound));
    rates.client.push(await rate(client, callsPerRound));
  }
  const best = (side: Rate[], kind: keyof Rate) => undisturbed(side.map((one) => one[kind]));
  return {
    hand: best(rates.hand, 'wall'),
    client: best(rates.client, 'wall'),
    ratio: best(rates.client, 'work') / best(rates.hand, 'work'),
  };
}

async function main(): Promise<number> {
  const server = fork(new URL('signing-server.ts', import.meta.url), {
    env: { ...process.env, BENCH_SECRET_KEY: secretKey },
  });
  const [{ url }] = (await once(server, 'message')) as [{ url: string }];
  const hand = byHand(url);
  let missed = 0;
  console.log(
    `\n${concurrent} calls at once${'fetch/s'.padStart(24)}${'this/s'.padStart(10)}${'ratio'.padStart(8)}`,
  );
  const show = async (title: string, bare: Call, call: Call, goal?: number) => {
    const rates = await compare(bare, call);
    const columns = [rates.hand.toFixed(0).padStart(10), rates.client.toFixed(0).padStart(10)];
    const reached = goal === undefined || rates.ratio >= goal;
    if (!reached) missed += 1;
    const mark = goal === undefined ? ' ' : reached ? '✓' : '✗';
    const wanted = goal === undefined ? '' : ` (goal: at least ${goal})`;
    console.log(
      `${mark} ${title.padEnd(28)}${columns.join('')}${rates.ratio.toFixed(3).padStart(8)}${wanted}`,
    );
  };
  for (const [name, call] of Object.entries(byClient(url))) {
    // Signing costs what WebCrypto costs; the goal is for the calls that bare fetch can make.
    const wanted = name === 'createSignedPayment' ? undefined : goal;
    await show(`client ${name}`, hand[name as keyof typeof hand], call, wanted);
  }
  for (const [name, call] of Object.entries(byOpenapiFetch(url))) {
    await show(`openapi-fetch ${name}`, hand[name as keyof typeof hand], call);
  }
  const exit = once(server, 'exit');
  server.disconnect();
  await exit;
  return missed > 0 ? 1 : 0;
}

process.exitCode = await main();
