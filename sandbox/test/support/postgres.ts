// A PostgreSQL server for tests: its own cluster in a temporary folder, on a Unix socket and a free port.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import getPort from 'get-port';
import pg from 'pg';

export interface PostgresServer {
  /** Makes a database of its own. @returns its URL. */
  database: () => Promise<string>;
  /** Carries out a statement as the owner of the server. */
  run: (sql: string) => Promise<void>;
  /** Kills the postmaster as a lack of memory would. */
  crash: () => Promise<void>;
  /** Starts it again after a crash; it recovers by itself. */
  start: () => Promise<void>;
  stop: () => Promise<void>;
}

/** The folder of the newest server's programs: on the PATH, or where Debian puts them. */
function programs(): string {
  const onPath = (process.env.PATH ?? '').split(':').find((folder) => existsSync(join(folder, 'initdb')));
  if (onPath) return onPath;
  const debian = '/usr/lib/postgresql';
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  if (!versions[0]) throw new Error('PostgreSQL is missing: install the Debian package postgresql.');
  return join(debian, versions[0], 'bin');
}

/** PostgreSQL refuses to run as root; then nobody runs it. */
const identity = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};

export async function startPostgres(): Promise<PostgresServer> {
  const bin = programs();
  const folder = mkdtempSync(join(tmpdir(), 'irandargah-postgres-'));
  if (identity.uid !== undefined) chownSync(folder, identity.uid, identity.gid);
  const data = join(folder, 'data');
  const environment = { ...process.env, HOME: folder, LC_ALL: 'C' };
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', 'sandbox', '--auth=trust', '-E', 'UTF8'], {
    ...identity,
    env: environment,
    cwd: folder,
    stdio: 'pipe',
  });
  const port = await getPort({ host: '127.0.0.1' });
  const url = (name: string) => `postgres://sandbox@127.0.0.1:${port}/${name}`;
  const run = async (sql: string) => {
    const client = new pg.Client(url('postgres'));
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  let server: ChildProcess;
  const start = async () => {
    server = spawn(
      join(bin, 'postgres'),
      [
        ...['-D', data, '-p', String(port), '-k', folder],
        ...['-c', 'listen_addresses=127.0.0.1', '-c', 'max_connections=100'],
      ],
      { ...identity, env: environment, cwd: folder, stdio: 'ignore' },
    );
    for (let tries = 0; ; tries += 1) {
      try {
        return await run('select 1');
      } catch (error) {
        if (tries === 200) throw error;
        // Its own processes may outlive a killed postmaster for a moment, and it does not start beside them.
        if (server.exitCode !== null) return start();
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  };
  /** SIGQUIT: at once, with all its processes, and without writing down what is only in memory. */
  const end = async (signal: 'SIGQUIT' | 'SIGKILL') => {
    const exit = once(server, 'exit');
    server.kill(signal);
    await exit;
  };
  await start();
  let made = 0;
  return {
    database: async () => {
      made += 1;
      await run(`create database sandbox_${made}`);
      return url(`sandbox_${made}`);
    },
    run,
    crash: () => end('SIGKILL'),
    start,
    stop: async () => {
      if (server.exitCode === null && server.signalCode === null) await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
