// Makes what every part of the sandbox is given.
import type { FastifyBaseLogger } from 'fastify';
import { contractsWith } from './contract/contracts.ts';
import type { Clock } from './core/clock.ts';
import { gatewayClock } from './core/gateway-clock.ts';
import type { Identifiers } from './core/identifiers.ts';
import { createOutgoing } from './core/outgoing.ts';
import { countInDatabase, countInMemory } from './core/rate-counter.ts';
import type { Services, Settings } from './core/services.ts';
import { isPrivate } from './core/this-machine.ts';
import type { Storage } from './storage/storage.ts';
import { terminalIdentifiers } from './terminals/identifiers.ts';
import { createSender } from './webhooks/send.ts';

/** @param given what the sandbox was made with; the rest is made here, and nothing is started. */
export async function createServices(given: {
  storage: Storage;
  settings: Settings;
  clock: Clock;
  identifiers: Identifiers;
  log: FastifyBaseLogger;
  wakeDispatcher: () => void;
}): Promise<Services> {
  const { storage, settings, clock, identifiers, log } = given;
  const outgoing = createOutgoing(isPrivate(settings));
  const services: Services = {
    ...given,
    gatewayClock: await gatewayClock(storage, clock),
    contracts: await contractsWith(settings.dialects ?? []),
    rates: storage.kind === 'postgres' ? countInDatabase(storage) : countInMemory(),
    sender: createSender(outgoing),
    outgoing,
    seeds: terminalIdentifiers(storage, identifiers),
    logsRequests: ['trace', 'debug', 'info'].includes(log.level),
    outbox: { written: 0 },
  };
  await services.seeds.prepareAll();
  return services;
}
