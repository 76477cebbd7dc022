// A MariaDB server for tests: its own data in a temporary folder, on a free port of this machine.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';
import mysql from 'mysql2/promise';

export interface MariadbServer {
  /** Makes a database of its own. @returns its URL. */
  database: () => Promise<string>;
  stop: () => Promise<void>;
}

/** Where a program of it is: on the PATH, or where Debian puts servers, which is not on everybody's. */
function program(name: string): string {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin'];
  const found = folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
  if (!found) throw new Error('MariaDB is missing: install the Debian package mariadb-server.');
  return found;
}

async function run(url: string, sql: string): Promise<void> {
  const connection = await mysql.createConnection(url);
  try {
    await connection.query(sql);
  } finally {
    await connection.end();
  }
}

export async function startMariadb(): Promise<MariadbServer> {
  const folder = mkdtempSync(join(tmpdir(), 'irandargah-mariadb-'));
  const data = join(folder, 'data');
  const user = `--user=${userInfo().username}`;
  execFileSync(
    program('mariadb-install-db'),
    ['--no-defaults', `--datadir=${data}`, user, '--auth-root-authentication-method=normal'],
    { stdio: 'pipe', cwd: folder },
  );
  const port = await getPort({ host: '127.0.0.1' });
  const server: ChildProcess = spawn(
    program('mariadbd'),
    [
      ...['--no-defaults', `--datadir=${data}`, user, '--bind-address=127.0.0.1', `--port=${port}`],
      ...[`--socket=${join(folder, 'socket')}`, `--pid-file=${join(folder, 'pid')}`],
      // Neither the zone nor the character set of a server may matter.
      ...['--default-time-zone=+03:30', '--character-set-server=utf8mb4'],
      ...['--collation-server=utf8mb4_general_ci', '--innodb-flush-log-at-trx-commit=1'],
    ],
    { stdio: 'ignore', cwd: folder },
  );
  const url = (name: string) => `mysql://root@127.0.0.1:${port}/${name}`;
  const stop = async () => {
    if (server.exitCode === null && server.signalCode === null) {
      const exit = once(server, 'exit');
      server.kill('SIGKILL');
      await exit;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; ; tries += 1) {
    try {
      await run(url('mysql'), 'select 1');
      break;
    } catch (error) {
      if (tries === 300 || server.exitCode !== null) {
        await stop();
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  let made = 0;
  return {
    database: async () => {
      made += 1;
      await run(url('mysql'), `create database shop_${made}`);
      return url(`shop_${made}`);
    },
    stop,
  };
}
