// Starts a sandbox with a demo terminal: what the command line, `npm start` and test suites use.

import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import { sandbox as sandboxFacts } from '../../generated/facts.ts';
import { isLoopbackHost } from './core/addresses.ts';
import { type Clock, systemClock } from './core/clock.ts';
import { createIdentifiers } from './core/identifiers.ts';
import type { Settings } from './core/services.ts';
import { createLogger, type LogLevel } from './logging.ts';
import { createSandbox, type Sandbox } from './server.ts';
import { openStorage } from './storage/open.ts';
import { demoTerminal } from './terminals/demo.ts';

export interface SandboxOptions {
  /** 0 takes any free port. */
  port?: number;
  host?: string;
  /** Keep nothing after the end of the process. */
  memory?: boolean;
  /** The folder of the database file and of the demo terminal's credentials. */
  dataFolder?: string;
  /** A PostgreSQL URL, for several processes that share one database. */
  databaseUrl?: string | undefined;
  /** Where browsers and merchants reach this server; the listening address when it is not given. */
  publicUrl?: string | undefined;
  /** The sandbox's own limit of requests per second; 0 switches it off. The contract's when it is not given. */
  ratePerSecond?: number;
  /** Switches every limit off, the documented ones and the sandbox's own, for every terminal and for strangers. */
  withoutLimits?: boolean | undefined;
  logLevel?: LogLevel;
  /** Opens the control API to whoever sends it as X-Control-Token; without one it is served on loopback alone. */
  controlToken?: string | undefined;
  /** Opens the panel to whoever knows it; without one it is open on loopback and off elsewhere. */
  panelPassword?: string | undefined;
  /** How the gateway speaks to terminals that choose no dialects themselves, and to whoever has no token. */
  dialects?: readonly string[] | undefined;
  clock?: Clock;
}

export interface RunningSandbox {
  url: string;
  /** The demo terminal, its bearer token, and its key for signatures. */
  terminalId: string;
  token: string;
  secretKey: string;
  /** The parts, for tests that need to look inside. */
  sandbox: Sandbox;
  close: () => Promise<void>;
}

/**
 * Starts a sandbox.
 * @throws UnknownDialect for a dialect that there is not.
 * @throws NewerDatabase when the database was made by a later version.
 * @throws Error with the code EADDRINUSE when the port is taken.
 */
export async function startSandbox({
  port = 4020,
  host = '127.0.0.1',
  memory = false,
  dataFolder = join(process.cwd(), '.sandbox'),
  databaseUrl,
  publicUrl,
  ratePerSecond = sandboxFacts.rate_limit.limit,
  withoutLimits = false,
  logLevel = 'silent',
  controlToken,
  panelPassword,
  dialects,
  clock = systemClock,
}: SandboxOptions = {}): Promise<RunningSandbox> {
  const storage = await openStorage({ databaseUrl, memory, dataFolder });
  const settings: Settings = {
    publicUrl: publicUrl ?? '',
    ratePerSecond,
    withoutLimits,
    onLoopback: isLoopbackHost(host),
    controlToken,
    panelPassword,
    dialects,
  };
  const log = createLogger(logLevel) as FastifyBaseLogger;
  const sandbox = await createSandbox({ storage, settings, clock, identifiers: createIdentifiers(), log });
  try {
    const demo = await demoTerminal(sandbox.services, memory ? undefined : dataFolder);
    await sandbox.app.listen({ port, host });
    const { port: actual } = sandbox.app.server.address() as AddressInfo;
    const url = `http://${host.includes(':') ? `[${host}]` : host}:${actual}`;
    settings.publicUrl = publicUrl ?? url;
    return { url, ...demo, sandbox, close: sandbox.close };
  } catch (error) {
    await sandbox.close();
    throw error;
  }
}
