// A flood of random and hostile requests: each is answered, none with 5xx, nothing is logged as an error, memory stays.
import { connect } from 'node:net';
import { Pool } from 'undici';
import { expect, it, onTestFinished } from 'vitest';
import { hostileRequests, randomFrom } from '../support/hostile.ts';
import { sandboxProcess } from '../support/process.ts';
import { payment } from '../support/sandbox.ts';

const requests = 100_000;
/** Sent before them, while every bounded memory (recent requests, windows, prepared queries) fills up. */
const warmUp = 10_000;
const atOnce = 32;
const seed = 20_251_001;

/** Garbage on a bare connection: it must be closed, whatever was sent. */
function garbage(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(bytes, 'latin1'));
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('close', () => resolve(text));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' ? resolve(text) : reject(error),
    );
  });
}

it(`answers ${requests} hostile requests without a 5xx, and its memory stays flat`, async () => {
  // A small heap is collected often, so that its low points show; and a leak would end the process.
  const environment = { ...process.env, NODE_OPTIONS: '--max-old-space-size=160' };
  const running = await sandboxProcess(['--memory', '--log-level', 'error'], environment);
  onTestFinished(() => running.kill());
  const pool = new Pool(running.url, { connections: atOnce, bodyTimeout: 30_000, headersTimeout: 30_000 });
  const headers = { authorization: `Bearer ${running.token}`, 'content-type': 'application/json' };
  const authorities: string[] = [];
  for (let count = 0; count < 20; count += 1) {
    const { body } = await pool.request({
      method: 'POST',
      path: '/v2/payments',
      headers: { ...headers, 'idempotency-key': `first-${count}` },
      body: JSON.stringify(payment),
    });
    const { data } = (await body.json()) as { data: { transaction: { authority: string } } };
    authorities.push(data.transaction.authority);
  }
  const tokens = [running.token];
  for (let count = 0; count < 300; count += 1) {
    const { body } = await pool.request({ method: 'POST', path: '/_sandbox/terminals', headers, body: '{}' });
    tokens.push(((await body.json()) as { token: string }).token);
  }
  const next = hostileRequests(randomFrom(seed), { tokens, authorities });
  const statuses = new Map<number, number>();
  const heap: number[] = [];
  const resident: number[] = [];
  const memory = async () => {
    const { body } = await pool.request({ method: 'GET', path: '/metrics' });
    const text = await body.text();
    const megabytes = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1]) / 2 ** 20;
    heap.push(megabytes('nodejs_heap_size_used_bytes'));
    resident.push(megabytes('process_resident_memory_bytes'));
  };
  let sent = 0;
  const worker = async () => {
    while (sent < warmUp + requests) {
      sent += 1;
      if (sent > warmUp && sent % 2500 === 0) await memory();
      const request = next();
      const { statusCode, headers: answered, body } = await pool.request(request as never);
      const text = await body.text();
      statuses.set(statusCode, (statuses.get(statusCode) ?? 0) + 1);
      expect(statusCode, `${JSON.stringify(request).slice(0, 2000)}\n${text}`).toBeLessThan(500);
      if (
        statusCode >= 400 &&
        String(answered['content-type']).startsWith('application/json') &&
        text !== ''
      ) {
        expect(JSON.parse(text)).toMatchObject({ success: false, error: { code: expect.any(Number) } });
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  const port = Number(new URL(running.url).port);
  const random = randomFrom(seed);
  for (let count = 0; count < 500; count += 1) {
    const noise = String.fromCharCode(...Array.from({ length: 80 }, () => Math.floor(random() * 256)));
    const start = [
      '',
      'GET / HTTP/1.1\r\n',
      'POST /v2/payments HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n',
    ];
    expect(await garbage(port, `${start[count % 3]}${noise}\r\n\r\n`)).not.toMatch(/^HTTP\/1\.1 5/);
  }
  const quarter = resident.length / 4;
  const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const [first, last] = [mean(resident.slice(0, quarter)), mean(resident.slice(-quarter))];
  console.log(
    'statuses',
    Object.fromEntries([...statuses].sort()),
    'heap MB',
    heap.map(Math.round).join(' '),
  );
  console.log(
    `${requests} hostile requests, ${[...statuses.keys()].filter((status) => status >= 500).length} of 5xx; resident memory ${first.toFixed(0)} MB in the first quarter, ${last.toFixed(0)} MB in the last:`,
    resident.map(Math.round).join(' '),
  );
  expect(running.errors()).toBe('');
  // Garbage comes and goes, a leak only grows: the lowest points of the last half against those of the quarter
  // before it, when every bounded memory (recent requests, windows, prepared queries) has filled up.
  const lowest = (from: number, to: number) => Math.min(...heap.slice(heap.length * from, heap.length * to));
  expect(lowest(0.5, 1) - lowest(0.25, 0.5)).toBeLessThan(16);
  expect(Math.abs(last / first - 1)).toBeLessThan(0.2);
  await pool.close();
  expect(await running.stop()).toBe(0);
});
