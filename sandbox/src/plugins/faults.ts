// Faults on order between the checks and the work: latency, refusals, broken connections, a firewall's page.
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { Services } from '../core/services.ts';
import { beLate, connectionFaults, sendFirewallPage, strikeRequest } from '../faults/connections.ts';
import { orderedError, refusalsOf } from '../faults/errors.ts';
import { mayBeStruck } from '../faults/in-the-work.ts';

const [latency, ...ends] = connectionFaults;
const kinds = [latency, 'error', ...ends] as const;

/** Registered last, so that it has the last word on what leaves. */
export const faults = fp(async (app: FastifyInstance, { services }: { services: Services }) => {
  app.addHook('preHandler', async (request, reply) => {
    const { call } = request;
    if (!(await mayBeStruck(call, services))) return;
    const all = await strikeRequest(services.storage, kinds, {
      terminalId: call.caller?.terminalId ?? null,
      on: call.operation,
      errors: refusalsOf(call.operation),
    });
    for (const struck of all) {
      const { kind, error, settings } = struck;
      if (kind === 'latency') {
        await beLate(struck);
      } else if (kind === 'error' && error !== null) {
        throw orderedError(error, call);
      } else if (kind === 'firewall_page') {
        call.fault = kind;
        return sendFirewallPage(reply, struck);
      } else {
        call.fault = 'connection_cut';
        if (settings.when !== 'after') return reply.send('');
      }
    }
  });
  app.addHook('onSend', (request, reply, _payload, done) => {
    const { fault } = request.call;
    // A firewall knows nothing of the gateway's headers, its signature least of all.
    if (fault === 'firewall_page') {
      for (const name of Object.keys(reply.getHeaders())) if (name.startsWith('x-')) reply.removeHeader(name);
    }
    if (fault === 'connection_cut') request.raw.socket.destroy();
    done();
  });
});
