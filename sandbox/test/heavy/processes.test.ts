// Two processes of the operating system over one PostgreSQL send webhooks: each attempt once and on its minute,
// and when one of them is killed, only what it had in its hands comes a second time.
import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, it, onTestFinished } from 'vitest';
import { webhookDelivery } from '../../../generated/facts.ts';
import { connectSandbox, type Delivery, type TestingTerminal } from '../../src/testing/index.ts';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { type SandboxProcess, sandboxProcess } from '../support/process.ts';
import { noon, payment } from '../support/sandbox.ts';

/** As many as both processes together send to one host at the same moment. */
const events = 20;
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const { retry_delays_seconds: delays } = webhookDelivery;
/** When the attempts are due, in seconds after the event. */
const moments = [0, ...delays.map((_, index) => sum(delays.slice(0, index + 1)))];
const allRetries = sum(delays) + 60;

interface Arrival {
  id: string;
  /** Seconds after the event, on the clock of the terminal. */
  at: number;
  response: ServerResponse;
  /** Whether the sender was gone before it was answered. */
  abandoned: boolean;
}

/** A shop's server that fails in every way; it answers each arrival as `answer` says, or keeps it waiting. */
async function failingReceiver() {
  const arrivals: Arrival[] = [];
  const server = createServer(async (request, response) => {
    const arrival: Arrival = {
      id: String(request.headers['x-webhook-id']),
      at: Number(request.headers['x-webhook-timestamp']) - noon / 1000,
      response,
      abandoned: false,
    };
    response.on('close', () => {
      arrival.abandoned = !response.writableFinished;
    });
    request.resume();
    await once(request, 'end');
    arrivals.push(arrival);
    receiver.answer(arrival);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    arrivals,
    answer: (_arrival: Arrival): void => {},
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  return receiver;
}
type Receiver = Awaited<ReturnType<typeof failingReceiver>>;

/** Long enough in coming for the other process to take its share. */
const refuse = ({ response }: Arrival) => void setTimeout(() => response.writeHead(500).end(), 60);
const hangUp = ({ response }: Arrival) => void setTimeout(() => response.destroy(), 60);
/** 500 at first, and down from the first retry on. */
const failAndGoDown = (arrival: Arrival) => (arrival.at === 0 ? refuse : hangUp)(arrival);

let server: PostgresServer;
let one: SandboxProcess;
let other: SandboxProcess;
let receiver: Receiver;
/** The same terminal, spoken to through either process. */
let shop: TestingTerminal;

beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

beforeEach(async () => {
  const environment = { ...process.env, DATABASE_URL: await server.database() };
  const start = async () => {
    const running = await sandboxProcess(['--memory', '--log-level', 'info'], environment);
    onTestFinished(() => running.kill());
    return running;
  };
  [one, other] = await Promise.all([start(), start()]);
  receiver = await failingReceiver();
  onTestFinished(receiver.close);
  shop = await connectSandbox(one.url, { starts_at: new Date(noon).toISOString(), secret_key: null });
});

async function call({ url }: SandboxProcess, path: string, body: object, key = ''): Promise<void> {
  const response = await fetch(`${url}/v2/${path}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${shop.token}`,
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
    },
    body: JSON.stringify(body),
  });
  expect(response.ok, await response.text()).toBe(true);
}

/** Pays nothing and orders everything: each process creates half of the payments. */
async function createEvents(): Promise<void> {
  await call(one, 'webhooks/subscribe', { url: receiver.url, events: ['payment.created'] });
  await Promise.all(
    Array.from({ length: events }, (_, count) =>
      call(count % 2 === 0 ? one : other, 'payments', payment, `key-${count}`),
    ),
  );
}

const advance = ({ url }: SandboxProcess, seconds: number) =>
  fetch(`${url}/_sandbox/clock`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ terminal: shop.id, advance_seconds: seconds }),
  });

const attemptsIn = ({ errors }: SandboxProcess) => errors().split('webhook attempt"').length - 1;

function expectBuried(deliveries: Delivery[]): void {
  expect(deliveries).toHaveLength(events);
  for (const { state, created_at: start, attempts } of deliveries) {
    expect(state).toBe('dead');
    expect(attempts.map(({ number }) => number)).toEqual(moments.map((_, index) => index + 1));
    expect(attempts.map(({ sent_at: at }) => (at - start) / 1000)).toEqual(moments);
  }
}

it('each attempt arrives once, on its minute, and each event ends as one dead letter', async () => {
  receiver.answer = failAndGoDown;
  await createEvents();
  // Both move the clock over everything in one step, and neither waits for the other.
  const moved = await Promise.all([advance(one, allRetries), advance(other, allRetries)]);
  expect(moved.map(({ status }) => status)).toEqual([200, 200]);
  expectBuried(await shop.deliveries());
  const byId = Map.groupBy(receiver.arrivals, ({ id }) => id);
  expect(byId.size).toBe(events);
  for (const arrivals of byId.values()) expect(arrivals.map(({ at }) => at)).toEqual(moments);
  const shares = [attemptsIn(one), attemptsIn(other)];
  expect(sum(shares)).toBe(events * moments.length);
  expect(Math.min(...shares)).toBeGreaterThan(0);
});

it('after kill -9 of one of them, only what it had in its hands comes again, and nothing is lost', async () => {
  receiver.answer = refuse;
  await createEvents();
  await advance(one, 0);
  expect(receiver.arrivals).toHaveLength(events);
  // The first retry is under way everywhere, and nobody has been answered, when one process dies.
  const held = new Promise<void>((resolve) => {
    receiver.answer = () => {
      if (receiver.arrivals.length === events * 2) resolve();
    };
  });
  const interrupted = advance(other, allRetries).catch(() => 'the process was killed');
  await held;
  await other.kill();
  expect(await interrupted).toBe('the process was killed');
  // Its connections were closed before its end was told; what is left to do is to notice.
  await pause(500);
  const retries = receiver.arrivals.slice(events);
  const repeated = new Set(retries.filter(({ abandoned }) => abandoned).map(({ id }) => id));
  expect(repeated.size).toBeGreaterThan(0);
  receiver.answer = failAndGoDown;
  for (const arrival of retries) if (!arrival.abandoned) refuse(arrival);
  expect((await advance(one, allRetries)).status).toBe(200);
  expectBuried(await shop.deliveries());
  const byId = Map.groupBy(receiver.arrivals, ({ id }) => id);
  expect(byId.size).toBe(events);
  const [first = 0, second = 0, ...rest] = moments;
  for (const [id, arrivals] of byId) {
    const expected = repeated.has(id) ? [first, second, second, ...rest] : moments;
    expect(arrivals.map(({ at }) => at)).toEqual(expected);
  }
  console.log(`${repeated.size} of ${events} attempts were in the killed process's hands and came twice`);
});
