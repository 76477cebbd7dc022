// Stands in for the one request of the control API that a real payer can answer: `pay`, as the workflows ask for it.
import { createServer } from 'node:http';
import { testCards } from '../contract/facts.ts';
import { type Listening, listening } from '../listening.ts';
import type { PayerAct } from '../model/observation.ts';
import { type Payer, PayerGone } from '../payer/payer.ts';

const isAct = (text: unknown): text is PayerAct =>
  typeof text === 'string' && (text === 'cancel' || text in testCards);

/**
 * Starts a desk on this machine that passes the orders of a workflow on to a payer.
 * @param gateway the address of the gateway
 * @param orderId the order in the callback address of the workflow's payments
 */
export function openDesk(gateway: string, payer: Payer, orderId: string): Promise<Listening> {
  const server = createServer(async (request, response) => {
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    try {
      const authority = /^\/_sandbox\/payments\/([A-Za-z0-9]+)\/pay$/.exec(request.url ?? '')?.[1];
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const { card } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as { card?: unknown };
      if (authority === undefined || !isAct(card))
        return answer(404, { error: 'the desk knows payments only' });
      const order = { authority, gatewayUrl: `${gateway}/startpay/${authority}`, orderId, act: card };
      const callback = await payer.pay(order, async () => false);
      return answer(200, { callback });
    } catch (error) {
      return answer(error instanceof PayerGone ? 409 : 400, { error: (error as Error).message });
    }
  });
  return listening(server);
}
