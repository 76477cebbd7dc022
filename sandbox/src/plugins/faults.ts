// Faults on order between the checks and the work: latency, refusals, broken connections, a firewall's page.
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import fp from 'fastify-plugin';
import type { Call } from '../call.ts';
import { anyOrderForAll } from '../control/faults.ts';
import { orderedError, refusalsOf } from '../faults/errors.ts';
import { type Struck, strike } from '../faults/strike.ts';
import type { Services } from '../services.ts';

/** What companies put before their servers answers so: not JSON, not the gateway, and with whatever status. */
const firewallPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Request blocked</title></head>
<body><h1>Request blocked</h1><p>This request was blocked by the security rules of the network. درخواست شما مسدود شد.</p></body></html>
`;

/** Decides about every kind at once, so that a request takes part in each order's sequence exactly once. */
async function struckBy(call: Call, { storage }: Services): Promise<Struck[]> {
  return storage.write(async (unit) => {
    const all: Struck[] = [];
    for (const kind of ['latency', 'error', 'firewall_page', 'connection_cut'] as const) {
      const struck = await strike(unit, {
        terminalId: call.caller?.terminalId ?? null,
        kinds: [kind],
        on: call.operation,
        errors: refusalsOf(call.operation),
      });
      if (struck) all.push(struck);
    }
    return all;
  });
}

/** Registered last, so that it has the last word on what leaves. */
export const faults = fp(async (app: FastifyInstance, { services }: { services: Services }) => {
  app.addHook('preHandler', async (request, reply) => {
    const { call } = request;
    if (call.caller ? !call.caller.faultsOrdered : !(await anyOrderForAll(services.storage.db))) return;
    for (const { kind, error, settings, chance } of await struckBy(call, services)) {
      if (kind === 'latency') {
        const { milliseconds = 0, jitter_milliseconds: jitter = 0 } = settings;
        await wait(milliseconds + Math.floor(chance('jitter') * jitter));
      } else if (kind === 'error' && error !== null) {
        throw orderedError(error, call);
      } else if (kind === 'firewall_page') {
        call.fault = kind;
        return reply
          .code(settings.status ?? 403)
          .type('text/html; charset=utf-8')
          .send(firewallPage);
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
