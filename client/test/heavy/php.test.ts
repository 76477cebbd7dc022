// The PHP package's own tests, run on what Composer has installed, with the inbox in every database.
import { cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runProgram } from '../../../foundation/commands/run-program.ts';
import { root } from '../../../foundation/reader/paths.ts';
import { startPostgres } from '../../../sandbox/test/support/postgres.ts';
import { installPhp } from './drivers/php.ts';
import { startMariadb } from './mariadb.ts';

/** What PDO takes for the URL of a database. */
function dsn(url: string): string {
  const { protocol, hostname, port, username, pathname } = new URL(url);
  const place = `host=${hostname};port=${port};dbname=${pathname.slice(1)}`;
  return protocol === 'mysql:' ? `mysql:${place}` : `pgsql:${place};user=${username}`;
}

let folder: string;
let databases: string;
const servers: { stop: () => Promise<void> | void }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'irandargah-php-'));
  // As far from the vectors as in the repository.
  const project = join(folder, 'client/php');
  await mkdir(project, { recursive: true });
  const [postgres, mariadb] = await Promise.all([
    startPostgres(),
    startMariadb(),
    installPhp(project, 'woocommerce'),
  ]);
  servers.push(postgres, mariadb);
  databases = [await postgres.database(), await mariadb.database()].map(dsn).join(' ');
  const copied = [
    'client/php/tests',
    'client/php/laravel',
    'client/php/woocommerce',
    'client/php/phpunit.xml',
    'contract-tests/vectors',
  ];
  await Promise.all(copied.map((place) => cp(join(root, place), join(folder, place), { recursive: true })));
}, 300_000);

afterAll(async () => {
  await Promise.all(servers.map((server) => server.stop()));
  await rm(folder, { recursive: true, force: true });
});

it('passes its tests where it is installed, and keeps events in PostgreSQL, MariaDB and SQLite', async () => {
  const { code, stdout, stderr } = await runProgram('phpunit', ['--testdox'], {
    cwd: join(folder, 'client/php'),
    env: { ...process.env, INBOX_DATABASES: databases },
  });
  expect(code, stdout + stderr).toBe(0);
  expect(stdout).toMatch(/^OK \(\d{3,} tests/m);
  for (const driver of ['pgsql', 'mysql', 'SQLite']) expect(stdout).toContain(driver);
});

it('packs the plugin for WooCommerce, and no tests', async () => {
  const vendor = join(folder, 'client/php/vendor/irandargah');
  expect((await readdir(vendor)).sort()).toEqual(['client', 'woocommerce']);
  const packed = ['LICENSE', 'README.md', 'composer.json'];
  expect((await readdir(join(vendor, 'client'))).sort()).toEqual([...packed, 'generated', 'src']);
  expect((await readdir(join(vendor, 'woocommerce'))).sort()).toEqual([...packed, 'irandargah.php', 'src']);
});
