// Ctrl-C ends the sandbox whatever its neighbours leave open: sockets that say nothing, say half, or never answer.
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { connectSandbox } from '../src/testing/index.ts';
import { endpoint } from './support/endpoint.ts';
import { type SandboxProcess, sandboxProcess } from './support/process.ts';
import { payment } from './support/sandbox.ts';

/** Longer than the grace, shorter than anybody's patience. */
const patience = 6_000;

let folder: string;
let running: SandboxProcess;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'irandargah-shutdown-'));
  running = await sandboxProcess(['--data', folder]);
});
afterEach(async () => {
  if (running.child.exitCode === null && running.child.signalCode === null) await running.kill();
  rmSync(folder, { recursive: true, force: true });
});

async function open(text: string): Promise<Socket> {
  const { hostname, port } = new URL(running.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  await once(socket, 'connect');
  if (text !== '') await new Promise((resolve) => socket.write(text, resolve));
  // Until the sandbox has taken it.
  await fetch(`${running.url}/health`);
  return socket;
}

async function stopped(): Promise<{ code: number | null | string; milliseconds: number }> {
  const begin = performance.now();
  const late = new Promise<string>((resolve) => setTimeout(() => resolve('still running'), patience));
  const code = await Promise.race([running.stop(), late]);
  return { code, milliseconds: performance.now() - begin };
}

describe('Ctrl-C ends the sandbox, and its folder can be used again, while', () => {
  it.each([
    ['a connection has never said anything, as a browser preconnects', ''],
    ['half a header has come', 'POST /v2/payments HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-'],
    [
      'half a body has come',
      'POST /v2/payments HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"amo',
    ],
    [
      'a connection is kept alive after its answer',
      'GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\n\r\n',
    ],
  ])('%s', async (_state, text) => {
    const socket = await open(text);
    const { code } = await stopped();
    expect(code).toBe(0);
    expect(running.errors()).toBe('');
    socket.destroy();
    const again = await sandboxProcess(['--data', folder]);
    expect(await again.stop()).toBe(0);
  });

  it('a shop has not answered a webhook, which is sent again after the next start', async () => {
    const receiver = await endpoint();
    receiver.answer = 'never';
    const shop = await connectSandbox(running.url);
    const call = (path: string, body: object, key = '') =>
      fetch(`${running.url}/v2/${path}`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${shop.token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': key,
        },
        body: JSON.stringify(body),
      });
    await call('webhooks/subscribe', { url: receiver.url, events: ['payment.created'] });
    await call('payments', payment, 'one');
    await receiver.arrived(1);
    expect((await stopped()).code).toBe(0);
    receiver.answer = 200;
    const again = await sandboxProcess(['--data', folder]);
    await receiver.arrived(2);
    const [first, second] = receiver.received.map(({ headers }) => headers['x-webhook-id']);
    expect(second).toBe(first);
    expect(await again.stop()).toBe(0);
    await receiver.close();
  });
});
