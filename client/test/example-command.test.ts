// `npm run example` as a newcomer meets it: each shop opens, sells and hears of it, and what hinders it is said.
import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../foundation/reader/paths.ts';
import { startSandbox, type TestingSandbox } from '../../sandbox/src/testing/index.ts';

let sandbox: TestingSandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

interface Command {
  child: ChildProcess;
  /** What it has printed when it prints this, or when it ends. */
  printed: (until: string) => Promise<string>;
  /** How it ends. */
  ended: Promise<number | null>;
}

function example(...args: string[]): Command {
  const child = spawn(process.execPath, ['client/examples/start.ts', ...args], { cwd: root });
  running.push(child);
  let text = '';
  let heard = () => {};
  const hear = (chunk: Buffer) => {
    text += chunk;
    heard();
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const printed = async (until: string) => {
    const seen = new Promise<void>((resolve) => {
      heard = () => text.includes(until) && resolve();
      heard();
    });
    await Promise.race([seen, ended]);
    return text;
  };
  return { child, printed, ended };
}

describe.each(['express', 'fastify', 'nextjs'])('npm run example -- %s', (name) => {
  it('opens a shop in which a browser can buy, and stops cleanly', async () => {
    const { child, printed, ended } = example(name, '--port', '0', '--sandbox', sandbox.url);
    const url = /open: (http:\S+)/.exec(await printed('Stop with Ctrl-C.'))?.[1];
    const window = await (await fetch(url ?? '')).text();
    const [, action = ''] = /action="([^"]+)"/.exec(window) ?? [];
    const out = await fetch(url + action, { method: 'POST', redirect: 'manual' });
    expect(out.status).toBe(303);
    const page = out.headers.get('location') ?? '';
    expect(page).toContain(`${sandbox.url}/startpay/`);

    const { callback_answers: answers } = await sandbox.pay(page.split('/').at(-1) ?? '', 'success', {
      callback: true,
    });
    expect(answers).toMatchObject([{ status: 303 }]);
    expect(await (await fetch(url + action.replace(/\/pay$/, ''))).json()).toMatchObject({ paid: true });

    child.kill('SIGINT');
    expect(await ended).toBe(0);
  }, 30_000);
});

describe('what hinders it', () => {
  it('a shop that there is not', async () => {
    const { printed, ended } = example('remix');
    expect(await printed('--help')).toContain('no shop "remix". Choose one of express, fastify, nextjs.');
    expect(await ended).toBe(2);
  });

  it('no shop at all', async () => {
    const { printed, ended } = example();
    expect(await printed('--help')).toContain('Name one shop: express, fastify, nextjs.');
    expect(await ended).toBe(2);
  });

  it('no sandbox', async () => {
    const { printed, ended } = example('express', '--port', '0', '--sandbox', 'http://127.0.0.1:9');
    expect(await printed('--sandbox URL')).toMatch(/^No sandbox answers at [^\n]+npm run sandbox[^\n]+\n$/);
    expect(await ended).toBe(1);
  });

  it('a port that is taken', async () => {
    const squatter = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => squatter.once('listening', resolve));
    const { port } = squatter.address() as AddressInfo;
    const { printed, ended } = example('express', '--port', String(port), '--sandbox', sandbox.url);
    expect(await printed('--port N')).toContain(`port ${port} is in use`);
    expect(await ended).toBe(1);
    squatter.close();
  });
});
