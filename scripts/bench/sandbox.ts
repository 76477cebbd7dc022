// `npm run bench`: createPayment and getPayment of the sandbox beside bare node:http and Prism, in one run.
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';
import { generatedFolder } from '../../foundation/reader/paths.ts';
import { type Measurement, measure, type PreparedRequest } from './load.ts';
import { signedHeaders } from './signed-headers.ts';

const connections = 64;

interface Target {
  name: string;
  url: string;
  token: string;
  secretKey: string;
  /** How many requests each connection sends: fewer where an answer takes long. */
  each: number;
  stop: () => Promise<void>;
}

async function stopped(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  if (child.connected) child.disconnect();
  else child.kill();
  await exit;
}

async function ours(name: string, file: string, each: number): Promise<Target> {
  const child = fork(new URL(file, import.meta.url));
  const [started] = (await once(child, 'message')) as [Pick<Target, 'url' | 'token' | 'secretKey'>];
  return {
    name,
    url: started.url,
    token: started.token ?? 'idg_test_bench',
    secretKey: started.secretKey ?? 'no-key',
    each,
    stop: () => stopped(child),
  };
}

/** Prism with the same contract; without callbacks, which would slow it down further. */
async function prism(each: number): Promise<Target> {
  const folder = await mkdtemp(join(tmpdir(), 'irandargah-bench-'));
  const document = JSON.parse(await readFile(join(generatedFolder, 'openapi.en.json'), 'utf8')) as {
    paths: Record<string, Record<string, { callbacks?: unknown }>>;
  };
  for (const item of Object.values(document.paths)) {
    for (const operation of Object.values(item)) delete operation.callbacks;
  }
  const file = join(folder, 'openapi.json');
  await writeFile(file, JSON.stringify(document));
  const manifest = createRequire(import.meta.url).resolve('@stoplight/prism-cli/package.json');
  const cli = join(manifest, '..', 'dist', 'index.js');
  const port = await getPort({ host: '127.0.0.1' });
  const child = spawn(
    process.execPath,
    [cli, 'mock', '-p', String(port), '-h', '127.0.0.1', '-v', 'silent', file],
    {
      stdio: 'ignore',
    },
  );
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; ; tries += 1) {
    if (
      await fetch(url).then(
        () => true,
        () => false,
      )
    )
      break;
    if (tries === 200) throw new Error('Prism did not start within 20 seconds.');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    name: 'Prism',
    url,
    token: 'idg_test_bench',
    secretKey: 'no-key',
    each,
    stop: async () => {
      await stopped(child);
      await rm(folder, { recursive: true });
    },
  };
}

/** New payments, each with a key of its own, signed as a terminal without limits has to. */
function creations({ token, secretKey, each }: Target): PreparedRequest[] {
  return Array.from({ length: each }, () => {
    const body = JSON.stringify({
      amount: 100_000,
      order_id: `ORDER-${randomUUID().slice(0, 8)}`,
      callback_url: 'https://merchant.com/callback',
    });
    return {
      method: 'POST',
      path: '/v2/payments',
      body,
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
        ...signedHeaders(secretKey, 'POST', 'payments', body),
      },
    };
  });
}

async function oneAuthority(target: Target): Promise<string> {
  const [request] = creations({ ...target, each: 1 });
  const { headers, body = null } = request as PreparedRequest;
  const response = await fetch(`${target.url}/v2/payments`, { method: 'POST', headers, body });
  const { data } = (await response.json()) as { data: { transaction: { authority: string } } };
  return data.transaction.authority;
}

function readings({ token, each }: Target, authority: string): PreparedRequest[] {
  const request: PreparedRequest = {
    method: 'GET',
    path: `/v2/payments/${authority}`,
    headers: { Authorization: `Bearer ${token}` },
  };
  return Array.from({ length: each }, () => request);
}

interface Result {
  create: Measurement;
  get: Measurement;
}

async function run(target: Target): Promise<Result> {
  try {
    const warm = { ...target, each: Math.ceil(target.each / 4) };
    await measure({ url: target.url, connections, requestsOf: () => creations(warm) });
    const create = await measure({ url: target.url, connections, requestsOf: () => creations(target) });
    const authority = await oneAuthority(target);
    await measure({ url: target.url, connections, requestsOf: () => readings(warm, authority) });
    const get = await measure({
      url: target.url,
      connections,
      requestsOf: () => readings(target, authority),
    });
    return { create, get };
  } finally {
    await target.stop();
  }
}

function row(
  name: string,
  { requestsPerSecond, p50, p99, failures }: Measurement,
  bare: Measurement,
): string {
  const share = (requestsPerSecond / bare.requestsPerSecond).toFixed(3);
  const columns = [Math.round(requestsPerSecond), share, p50.toFixed(1), p99.toFixed(1), failures];
  return name.padEnd(10) + columns.map((column) => String(column).padStart(10)).join('');
}

async function main(): Promise<number> {
  const results = new Map<string, Result>();
  for (const start of [
    () => ours('bare', 'bare.ts', 1500),
    () => ours('sandbox', 'gateway.ts', 800),
    () => prism(200),
  ]) {
    const target = await start();
    results.set(target.name, await run(target));
  }
  const [bare, sandbox, ofPrism] = [...results.values()] as [Result, Result, Result];
  for (const operation of ['create', 'get'] as const) {
    console.log(`\n${operation}Payment, ${connections} connections`);
    console.log(
      `${' '.repeat(10)}${['req/s', 'of bare', 'p50 ms', 'p99 ms', 'failed'].map((h) => h.padStart(10)).join('')}`,
    );
    for (const [name, result] of results) console.log(row(name, result[operation], bare[operation]));
  }
  const goals: [string, number, number][] = [
    ['createPayment / Prism', sandbox.create.requestsPerSecond / ofPrism.create.requestsPerSecond, 6],
    ['createPayment / bare', sandbox.create.requestsPerSecond / bare.create.requestsPerSecond, 0.2],
    ['getPayment / bare', sandbox.get.requestsPerSecond / bare.get.requestsPerSecond, 0.4],
  ];
  console.log();
  for (const [name, reached, goal] of goals) {
    console.log(
      `${reached >= goal ? '✓' : '✗'} ${name.padEnd(24)} ${reached.toFixed(2)} (goal: at least ${goal})`,
    );
  }
  const failed = [...results.values()].some(({ create, get }) => create.failures + get.failures > 0);
  if (failed) console.error('Some answers were no success: the measurement is worth nothing.');
  return failed || goals.some(([, reached, goal]) => reached < goal) ? 1 : 0;
}

process.exitCode = await main();
