// A shop with Fastify: the payer's way out, the way back, and the gateway's events.
import { CallbackError, handleOnce, readCallback, verifyWebhook, WebhookError } from '@irandargah/client';
import { memoryStore } from '@irandargah/client/stores/memory';
import fastify, { type FastifyInstance } from 'fastify';
import { beginPayment, type Shop, settle } from '../checkout.ts';

export function createShop(shop: Shop): FastifyInstance {
  const { orders, webhookSecret } = shop;
  const app = fastify();
  // A table of your database, when it is to outlive this process: see stores/postgres, mysql and sqlite of the client.
  const inbox = memoryStore();

  // Callbacks and events are read as they came: a parser of the framework would hide doubled fields and exact bytes.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  app.setErrorHandler((error, _request, reply) => {
    if (error instanceof CallbackError) return reply.code(400).send();
    if (error instanceof WebhookError) return reply.code(401).send();
    throw error;
  });

  app.post<{ Params: { id: string } }>('/orders/:id/pay', async ({ params }, reply) => {
    const order = orders.find(params.id);
    if (!order) return reply.code(404).send();
    if (order.paid) return reply.redirect(`/orders/${order.id}`, 303);
    const page = await beginPayment(shop, order);
    if (page) return reply.redirect(page, 303);
    return reply.code(503).send('The gateway could not be reached. Please try again.');
  });

  // The POST comes from another site: no session, no CSRF check. The GET after it has the session again.
  app.route({
    method: ['GET', 'POST'],
    url: '/payment/return',
    handler: async (request, reply) => {
      const { payment } = await readCallback(request, orders.byAuthority);
      const told = await settle(shop, payment);
      return reply.redirect(`/orders/${payment.order_id}?told=${encodeURIComponent(told)}`, 303);
    },
  });

  app.get<{ Params: { id: string }; Querystring: { told?: string } }>(
    '/orders/:id',
    async ({ params, query }, reply) => {
      const order = orders.find(params.id);
      return order ? { id: order.id, paid: order.paid, told: query.told } : reply.code(404).send();
    },
  );

  app.post('/webhooks/irandargah', async (request, reply) => {
    const event = await verifyWebhook(String(request.body ?? ''), request.headers, webhookSecret);
    const status = await handleOnce(event, inbox, async ({ data }) => {
      const payment = orders.byAuthority(String((data as { authority?: string }).authority));
      if (payment) await settle(shop, payment);
    });
    return reply.code(status).send();
  });

  return app;
}
