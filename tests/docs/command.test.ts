// `npm run docs` as its user sees it fail.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { runProgram } from '../../foundation/commands/run-program.ts';

const command = fileURLToPath(new URL('../../scripts/docs/index.ts', import.meta.url));

const run = (...args: string[]) => runProgram(process.execPath, [command, ...args]);

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
