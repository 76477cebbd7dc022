// Faults on order at the payer's page and its buttons: it comes late, never, or a firewall's page comes instead.
import type { FastifyInstance } from 'fastify';
import type { OperationId } from '../../../../generated/facts.ts';
import type { Services } from '../../core/services.ts';
import { beLate, connectionFaults, sendFirewallPage, strikeRequest } from '../../faults/connections.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whether the answer of the payer's page will never arrive, because that was ordered. */
    pageIsCut: boolean;
  }
}

/** By which orders name the page; those that name no operation strike it as well. */
const operation: OperationId = 'openPaymentPage';

/** The terminal of a payment, if anything has been ordered that could strike its page: nearly always nothing. */
async function terminalWithOrder({ storage }: Services, authority: string): Promise<string | undefined> {
  const found = await storage.db
    .selectFrom('payments')
    .innerJoin('faults', 'faults.terminal_id', 'payments.terminal_id')
    .select('payments.terminal_id')
    .where('payments.authority', '=', authority)
    .where('faults.remaining', '>', 0)
    .where('faults.kind', 'in', connectionFaults)
    .where(({ eb, or }) => or([eb('faults.operation', 'is', null), eb('faults.operation', '=', operation)]))
    .limit(1)
    .executeTakeFirst();
  return found?.terminal_id;
}

/** @param authorityForm what an authority looks like; anything else is looked up nowhere. */
export function disturbPage(app: FastifyInstance, services: Services, authorityForm: RegExp): void {
  app.decorateRequest('pageIsCut', false);
  app.addHook('preHandler', async (request, reply) => {
    const { authority } = request.params as { authority?: string };
    if (authority === undefined || !authorityForm.test(authority)) return;
    const terminalId = await terminalWithOrder(services, authority);
    if (terminalId === undefined) return;
    const all = await strikeRequest(services.storage, connectionFaults, { terminalId, on: operation });
    for (const struck of all) {
      if (struck.kind === 'latency') {
        await beLate(struck);
      } else if (struck.kind === 'firewall_page') {
        return sendFirewallPage(reply, struck);
      } else {
        request.pageIsCut = true;
        if (struck.settings.when !== 'after') return reply.send('');
      }
    }
  });
  app.addHook('onSend', (request, _reply, _payload, done) => {
    if (request.pageIsCut) request.raw.socket.destroy();
    done();
  });
}
