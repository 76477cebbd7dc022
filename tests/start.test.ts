// `npm start` as a newcomer meets it: everything comes up, and the printed request works as it is pasted.
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterEach, expect, it } from 'vitest';
import { root } from '../foundation/reader/paths.ts';
import { successCodes } from '../generated/facts.ts';

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

function start(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, ['scripts/start.ts', ...args], { cwd: root });
  running.push(child);
  return child;
}

/** Collects what a process prints until the text appears. */
function printed(child: ChildProcess, until: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    const collect = (chunk: Buffer) => {
      text += chunk;
      if (text.includes(until)) resolve(text);
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.once('exit', (code) => reject(new Error(`It ended with ${code} before "${until}":\n${text}`)));
  });
}

const exitCode = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));

it('brings up every face, with requests that work as pasted, and stops cleanly', async () => {
  const child = start('--mock-port', '0', '--docs-port', '0', '--sandbox-port', '0', '--memory');
  const text = await printed(child, 'Stop with Ctrl-C.');
  const requests = [...text.matchAll(/^(curl .*?)\n\n/gms)].map(([, request]) => request);
  // The third is the verification, which waits for an authority.
  expect(requests).toHaveLength(3);
  for (const request of requests.slice(0, 2)) {
    const { stdout } = await promisify(execFile)('bash', ['-c', `${request} --silent --fail-with-body`]);
    expect(JSON.parse(stdout)).toMatchObject({ success: true, status_code: successCodes[100].code });
  }
  for (const [page] of text.matchAll(/http:\S+\/(en|fa)\//g)) expect((await fetch(page)).status).toBe(200);
  expect(text.match(/http:\S+\/(en|fa)\//g)).toHaveLength(2);
  const ended = exitCode(child);
  child.kill('SIGINT');
  expect(await ended).toBe(0);
}, 60_000);

it('says in one sentence that a port is taken, and leaves nothing running', async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => squatter.once('listening', resolve));
  const { port } = squatter.address() as AddressInfo;
  const child = start('--mock-port', '0', '--docs-port', String(port), '--sandbox-port', '0', '--memory');
  const text = printed(child, 'choose another with --docs-port N');
  const ended = exitCode(child);
  expect(await text).toContain(`port ${port} is in use`);
  expect(await ended).toBe(1);
  squatter.close();
}, 60_000);

it.each([['--docs-port', 'many'], ['--nonsense'], ['--dialect', 'klingon']])(
  'refuses %s with the usage and exit code 2',
  async (...args) => {
    const child = start(...args);
    const text = printed(child, 'Usage: npm start');
    const ended = exitCode(child);
    await text;
    expect(await ended).toBe(2);
  },
);
