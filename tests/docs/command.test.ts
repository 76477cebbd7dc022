// `npm run docs` as its user sees it fail.
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const command = fileURLToPath(new URL('../../scripts/docs/index.ts', import.meta.url));

const run = (...args: string[]) =>
  new Promise<{ code: number; stderr: string }>((resolve) => {
    execFile(process.execPath, [command, ...args], (error, _, stderr) =>
      resolve({ code: error ? Number(error.code) : 0, stderr }),
    );
  });

it('names the port that is in use and ends with 1', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  try {
    const { code, stderr } = await run('--port', String(port));
    expect(stderr).toBe(
      `The documentation could not start: port ${port} is in use. Stop what listens there, or choose another with --port N.\n`,
    );
    expect(code).toBe(1);
  } finally {
    other.close();
  }
});

it.each([
  ['--port', 'many'],
  ['--port', '65536'],
  ['--base-path', 'no-slashes'],
  ['--colour', 'red'],
])('shows how to call it after %s %s and ends with 2', async (...args) => {
  const { code, stderr } = await run(...args);
  expect(stderr).toContain('Usage: npm run docs');
  expect(code).toBe(2);
});
