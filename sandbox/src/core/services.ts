// What every part of the sandbox is given: the database, the clock, chance, the settings and the log.
import type { FastifyBaseLogger } from 'fastify';
import type { Contracts } from '../contract/contracts.ts';
import type { Storage } from '../storage/storage.ts';
import type { TerminalIdentifiers } from '../terminals/identifiers.ts';
import type { Sender } from '../webhooks/send.ts';
import type { Clock } from './clock.ts';
import type { GatewayClock } from './gateway-clock.ts';
import type { Identifiers } from './identifiers.ts';
import type { Outgoing } from './outgoing.ts';
import type { RateCounter } from './rate-counter.ts';

export interface Settings {
  /** Where browsers and merchants reach this server, without a trailing slash. */
  publicUrl: string;
  /** The sandbox's own limit of requests per second; 0 switches it off. */
  ratePerSecond: number;
  /** Counts nobody's requests: no documented limit, and none of the sandbox's own. */
  withoutLimits?: boolean | undefined;
  /** Whether this server itself listens on loopback; whether it is private too is for `isPrivate` to say. */
  onLoopback: boolean;
  /** Opens the control API to whoever sends it; without one it is open to this machine while only that reaches it. */
  controlToken?: string | undefined;
  /** Opens the panel to whoever knows it; without one the panel is open on loopback and off elsewhere. */
  panelPassword?: string | undefined;
  /** The dialects of terminals that choose none themselves, and of requests that belong to no terminal. */
  dialects?: readonly string[] | undefined;
}

export interface Services {
  storage: Storage;
  /** The machine's; the time that merchants see is their terminal's, or else the gateway's. */
  clock: Clock;
  gatewayClock: GatewayClock;
  identifiers: Identifiers;
  settings: Settings;
  /** The contract in the dialects of each terminal. */
  contracts: Contracts;
  rates: RateCounter;
  sender: Sender;
  outgoing: Outgoing;
  /** The identifiers of terminals that have a seed; those of the others are `identifiers`. */
  seeds: TerminalIdentifiers;
  log: FastifyBaseLogger;
  /** Whether each answer gets a line in the log. */
  logsRequests: boolean;
  /** How many deliveries this process has written: whoever sees it grow during a commit wakes their sender. */
  outbox: { written: number };
  /** Tells the sender of webhooks that a commit may have left something to send. */
  wakeDispatcher: () => void;
}

/** The services as a terminal's work sees them: with its own identifiers. */
export function servicesFor(services: Services, terminalId: string): Services {
  const own = services.seeds.of(terminalId);
  return own === services.identifiers ? services : { ...services, identifiers: own };
}
