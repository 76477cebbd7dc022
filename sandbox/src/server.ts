// Puts the sandbox together: the API, the payer's page, the panel, the control API.
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { api } from './api.ts';
import { connectionsOf, grace } from './closing.ts';
import { hasControlApi } from './control/access.ts';
import { controlApi } from './control/routes.ts';
import { type Background, startBackground } from './core/background.ts';
import { type Clock, systemClock } from './core/clock.ts';
import { createIdentifiers, type Identifiers } from './core/identifiers.ts';
import { createMetrics } from './core/metrics.ts';
import type { Services, Settings } from './core/services.ts';
import { createApp } from './create-app.ts';
import { createServices } from './create-services.ts';
import { createLogger } from './logging.ts';
import { observedSoFar } from './observed/observed.ts';
import { panelPages } from './panel/index.ts';
import { payerPage } from './payments/page/routes.ts';
import type { Storage } from './storage/storage.ts';
import { createDispatcher } from './webhooks/dispatcher.ts';

export interface SandboxParts {
  storage: Storage;
  /** The caller may change `publicUrl` until the first request, when the port is known only after listening. */
  settings: Settings;
  clock?: Clock;
  identifiers?: Identifiers;
  log?: FastifyBaseLogger;
}

export interface Sandbox {
  app: FastifyInstance;
  services: Services;
  background: Background;
  /** Finishes what is under way, then closes the database. */
  close: () => Promise<void>;
}

/**
 * Makes a sandbox that is ready to listen.
 * @returns the application and what belongs to it; nothing is started but the turns of the clock.
 */
export async function createSandbox({
  storage,
  settings,
  clock = systemClock,
  identifiers = createIdentifiers(),
  log = createLogger('silent') as FastifyBaseLogger,
}: SandboxParts): Promise<Sandbox> {
  const services = await createServices({
    storage,
    settings,
    clock,
    identifiers,
    log,
    wakeDispatcher: () => background.wake(),
  });
  const app = createApp(services);
  const endConnections = connectionsOf(app.server);
  const background = startBackground(services, createDispatcher(services));
  const metrics = createMetrics();
  const observed = observedSoFar();
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
  await app.register(api, { services, metrics, observed });
  await app.register(payerPage, { services });
  await app.register(panelPages, { panel: { services, background, observed } });
  if (hasControlApi(settings)) await app.register(controlApi, { services, background, observed });
  return {
    app,
    services,
    background,
    close: async () => {
      const done = endConnections();
      // What waits in the background waits for no socket, nor the sockets for it.
      await Promise.all([app.close().finally(done), background.stop(grace, services.outgoing.close)]);
      await storage.close();
    },
  };
}
