// Puts the sandbox together: the API with its checks in their order, the payer's page, the control API.
import type { ServerResponse } from 'node:http';
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify';
import type { OperationId } from '../../generated/facts.ts';
import { operations, sandbox as sandboxFacts } from '../../generated/facts.ts';
import { type Background, startBackground } from './background.ts';
import { type Clock, systemClock } from './clock.ts';
import { connectionsOf, grace } from './closing.ts';
import { contractsWith } from './contract/contracts.ts';
import { failure } from './contract/envelopes.ts';
import { ApiError } from './contract/errors.ts';
import { message } from './contract/messages.ts';
import { hasControlApi } from './control/access.ts';
import type { Observed } from './control/observed.ts';
import { recent } from './control/recent.ts';
import { sizeOfRecord } from './control/request-record.ts';
import { controlApi } from './control/routes.ts';
import { sizeOfFailure } from './control/signature-failure.ts';
import { gatewayClock } from './gateway-clock.ts';
import { createIdentifiers, type Identifiers } from './identifiers.ts';
import { createLogger } from './logging.ts';
import { handlers } from './operations.ts';
import { createOutgoing } from './outgoing.ts';
import { panelPages } from './panel/index.ts';
import { unreadableAddress } from './panel/unreadable-address.ts';
import { payerPage } from './payments/page/routes.ts';
import { answers } from './plugins/answers.ts';
import { checks } from './plugins/checks.ts';
import { errorEnvelopes, jsonType, sendFailure } from './plugins/errors.ts';
import { faults } from './plugins/faults.ts';
import { createMetrics, measuring } from './plugins/metrics.ts';
import { requestRecords } from './plugins/request-records.ts';
import { signatureFailures } from './plugins/signature-failures.ts';
import { countInDatabase, countInMemory } from './rate-counter.ts';
import { noSuchOperation } from './request/no-such-operation.ts';
import type { Services, Settings } from './services.ts';
import type { Storage } from './storage/storage.ts';
import { terminalIdentifiers } from './terminals/identifiers.ts';
import { isPrivate } from './this-machine.ts';
import { hasUnclearHost } from './unclear-host.ts';
import { createDispatcher } from './webhooks/dispatcher.ts';
import { createSender } from './webhooks/send.ts';

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

/** `/v2/payments/{authority}` as the router writes it. */
function routePath(path: string): string {
  return path.replaceAll(/\{([^}]+)\}/g, ':$1');
}

/** The plugins of the API in the order of the checks (docs/decisions/0050). */
async function registerApi(
  api: FastifyInstance,
  services: Services,
  metrics: ReturnType<typeof createMetrics>,
  observed: Observed,
) {
  await api.register(checks, { services });
  await api.register(measuring, { services, metrics });
  await api.register(errorEnvelopes, { services });
  await api.register(answers);
  const mayLook = hasControlApi(services.settings);
  // For the panel and for developers on this machine; where nobody could look, requests are not kept.
  if (mayLook || services.settings.panelPassword !== undefined) {
    await api.register(requestRecords, { services, observed });
  }
  // Finding the cause costs far more than the check itself: a public sandbox would invite floods with it.
  if (mayLook) await api.register(signatureFailures, { services, observed });
  await api.register(faults, { services });
  for (const [operation, handler] of Object.entries(handlers)) {
    const { method, path } = operations[operation as OperationId];
    api.route({
      method,
      url: routePath(path),
      config: { operation: operation as OperationId },
      handler: async (request, reply) => {
        const { status, text } = await handler(request.call, services);
        return reply.code(status).type(jsonType).send(text);
      },
    });
  }
}

/** What cannot even be read as HTTP gets the envelope as well, written by hand because there is no request. */
function unreadableRequest(services: () => Pick<Services, 'gatewayClock' | 'identifiers' | 'contracts'>) {
  return (error: { code?: string; rawPacket?: unknown }, socket: import('node:net').Socket): void => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const page = unreadableAddress(error);
    if (page !== undefined) return void socket.end(page);
    const { gatewayClock: clock, identifiers, contracts } = services();
    const { text } = failure(
      new ApiError('ErrorMalformedBody', { validation: { body: [message('malformed_body')] } }),
      { requestId: identifiers.requestId(), now: clock.now(), contract: contracts.byDefault },
    );
    socket.end(
      `HTTP/1.1 400 Bad Request\r\nContent-Type: ${jsonType}\r\nContent-Length: ${Buffer.byteLength(text)}\r\nConnection: close\r\n\r\n${text}`,
    );
  };
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
  const outgoing = createOutgoing(isPrivate(settings));
  const sender = createSender(outgoing);
  const services: Services = {
    storage,
    clock,
    gatewayClock: await gatewayClock(storage, clock),
    identifiers,
    settings,
    contracts: await contractsWith(settings.dialects ?? []),
    rates: storage.kind === 'postgres' ? countInDatabase(storage) : countInMemory(),
    sender,
    outgoing,
    seeds: terminalIdentifiers(storage, identifiers),
    log,
    logsRequests: ['trace', 'debug', 'info'].includes(log.level),
    outbox: { written: 0 },
    wakeDispatcher: () => background.wake(),
  };
  await services.seeds.prepareAll();
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    childLoggerFactory: (logger) => logger,
    genReqId: () => '',
    bodyLimit: sandboxFacts.body_limit_bytes,
    exposeHeadRoutes: false,
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    requestTimeout: 30_000,
    // Node's own answer to a request without a host has no envelope; ours has.
    http: { requireHostHeader: false },
    routerOptions: { maxParamLength: 16_384 },
    clientErrorHandler: unreadableRequest(() => services),
    // A path that cannot be decoded is one that does not exist.
    frameworkErrors: (_error, request, reply) => {
      void sendFailure(reply, noSuchOperation(request.url), {
        requestId: identifiers.requestId(),
        now: services.gatewayClock.now(),
        contract: services.contracts.byDefault,
      });
    },
  });
  const endConnections = connectionsOf(app.server);
  /** Before anything is known of the request that the hooks of its operation rely on. */
  const refuseAtOnce = (field: 'host' | 'expect', response: ServerResponse) => {
    const error = new ApiError('ErrorMalformedBody', {
      validation: { [field]: [message(field === 'host' ? 'required' : 'const', { field })] },
    });
    const { status, text } = failure(error, {
      requestId: identifiers.requestId(),
      now: services.gatewayClock.now(),
      contract: services.contracts.byDefault,
    });
    const length = Buffer.byteLength(text);
    response.writeHead(status, { 'Content-Type': jsonType, 'Content-Length': length, Connection: 'close' });
    response.end(text);
  };
  // Without a listener Node answers 417 by itself, which is no status of the contract, and with nothing in it.
  app.server.on('checkExpectation', (_request, response: ServerResponse) => refuseAtOnce('expect', response));
  app.addHook('onRequest', (request, reply, done) => {
    if (!hasUnclearHost(request.raw)) return done();
    reply.hijack();
    refuseAtOnce('host', reply.raw);
  });
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done();
    void sendFailure(reply, noSuchOperation(request.url), {
      requestId: identifiers.requestId(),
      now: services.gatewayClock.now(),
      contract: services.contracts.byDefault,
    });
  });
  const metrics = createMetrics();
  const background = startBackground(services, createDispatcher(services, sender));
  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
  const observed: Observed = {
    requests: recent(200, { sizeOf: sizeOfRecord }),
    unknownCallers: recent(100, { bytes: 2 ** 20, sizeOf: sizeOfRecord }),
    signatureFailures: recent(50, { bytes: 4 * 2 ** 20, sizeOf: sizeOfFailure }),
    explaining: Promise.resolve(),
  };
  await app.register((api: FastifyInstance) => registerApi(api, services, metrics, observed));
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
      await Promise.all([app.close().finally(done), background.stop(grace, outgoing.close)]);
      await storage.close();
    },
  };
}
