// The Python package beyond its default client: its own tests with real databases and frameworks, its types, and the
// scenarios once more with the client that is awaited and with requests, installed from the sdist.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../../foundation/reader/paths.ts';
import { startSandbox, type TestingSandbox } from '../../../sandbox/src/testing/index.ts';
import { startPostgres } from '../../../sandbox/test/support/postgres.ts';
import { run } from '../../../tests/heavy/run.ts';
import { type Driver, startDriver } from '../scenarios/driver.ts';
import { play } from '../scenarios/play.ts';
import { scenarios } from '../scenarios/stories/index.ts';
import { installPython } from './drivers/python.ts';
import { startMariadb } from './mariadb.ts';

/** pip fetches what a fresh machine has not got; in milliseconds. */
const installationTimeout = 600_000;

/** What depends on how requests travel; in the rest all clients of Python are one. */
const overTheWire = [...(scenarios.Payments ?? []), ...(scenarios['Answers that are none'] ?? [])];

const source = join(root, 'client/python');

let folder: string;
let python: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'irandargah-python-'));
  python = await installPython(folder, 'tar.gz', '[requests,django,fastapi]');
  await must('-m', 'pip', 'install', '--quiet', '-r', join(source, 'requirements-test.txt'));
}, installationTimeout);
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Runs Python and fails with what it wrote. */
async function must(...words: string[]): Promise<string> {
  return mustWith({}, ...words);
}

async function mustWith(env: NodeJS.ProcessEnv, ...words: string[]): Promise<string> {
  const { code, output } = await run([python, ...words], { cwd: folder, env });
  expect(code, output).toBe(0);
  return output;
}

it('passes its tests with PostgreSQL, MariaDB, SQLite, Django and FastAPI, and skips none', async () => {
  const postgres = await startPostgres();
  const mariadb = await startMariadb();
  try {
    const env = { POSTGRES_URL: await postgres.database(), MYSQL_URL: await mariadb.database() };
    const output = await mustWith(env, '-m', 'unittest', 'discover', join(source, 'tests'));
    expect(output).not.toContain('skipped');
  } finally {
    await Promise.all([postgres.stop(), mariadb.stop()]);
  }
}, 300_000);

it('has types that the strictest checker accepts', async () => {
  const config = join(source, 'pyproject.toml');
  await must('-m', 'mypy', '--config-file', config, join(source, 'irandargah'));
}, 300_000);

it('keeps to one style', async () => {
  await must('-m', 'ruff', 'check', source);
  await must('-m', 'ruff', 'format', '--check', source);
});

it('is written for Python 3.9', async () => {
  // vermin takes any is_integer for that of int; there is one of float only.
  const vermin = join(dirname(python), 'vermin');
  const words = ['-t=3.9-', '--violations', '--eval-annotations', '--exclude', 'int.is_integer'];
  const { code, output } = await run([vermin, '--no-tips', ...words, join(source, 'irandargah')], {
    cwd: folder,
  });
  expect(code, output).toBe(0);
});

describe.each(['async', 'requests'])('with %s', (kind) => {
  let gateway: TestingSandbox;
  let driver: Driver;
  beforeAll(async () => {
    gateway = await startSandbox();
    driver = startDriver([python, join(source, 'scenarios/driver.py'), kind], { cwd: folder });
  });
  afterAll(() => Promise.all([driver.close(), gateway.close()]));

  it.each(overTheWire)('$name', (scenario) => play(scenario, driver, gateway.url));
});
