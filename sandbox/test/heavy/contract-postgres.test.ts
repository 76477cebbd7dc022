// The contract tests against the sandbox over PostgreSQL, while a second process shares the database.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PostgresServer, startPostgres } from '../support/postgres.ts';
import { sandboxProcess } from '../support/process.ts';

let server: PostgresServer;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server.stop());

const contract = fileURLToPath(new URL('../../../contract-tests/src/cli.ts', import.meta.url));

it('two processes on one database keep the contract', async () => {
  const environment = { ...process.env, DATABASE_URL: await server.database() };
  const neighbour = await sandboxProcess(['--memory'], environment);
  const { stdout } = await promisify(execFile)(process.execPath, [contract, '--target', 'sandbox'], {
    env: environment,
    maxBuffer: 2 ** 26,
  });
  console.log(stdout.slice(stdout.indexOf('Coverage:')));
  expect(stdout).toContain(': 0 broken, 0 differ, 0 noted');
  expect(stdout).toMatch(/codes +16\/16/);
  expect(neighbour.errors()).toBe('');
  expect(await neighbour.stop()).toBe(0);
});
