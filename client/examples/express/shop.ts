// A shop with Express: the payer's way out, the way back, and the gateway's events.
import { CallbackError, handleOnce, readCallback, verifyWebhook, WebhookError } from '@irandargah/client';
import { memoryStore } from '@irandargah/client/stores/memory';
import express, { type Express } from 'express';
import { beginPayment, type Shop, settle } from '../checkout.ts';

export function createShop(shop: Shop): Express {
  const { orders, webhookSecret } = shop;
  const app = express();
  // A table of your database, when it is to outlive this process: see stores/postgres, mysql and sqlite of the client.
  const inbox = memoryStore();

  app.post('/orders/:id/pay', async (request, response) => {
    const order = orders.find(request.params.id);
    if (!order) return void response.sendStatus(404);
    if (order.paid) return void response.redirect(303, `/orders/${order.id}`);
    const page = await beginPayment(shop, order);
    if (page) response.redirect(303, page);
    else response.status(503).send('The gateway could not be reached. Please try again.');
  });

  // The POST comes from another site: no session, no CSRF check. The GET after it has the session again.
  app.all('/payment/return', express.urlencoded({ extended: false }), async (request, response) => {
    try {
      const { payment } = await readCallback(request, orders.byAuthority);
      const told = await settle(shop, payment);
      response.redirect(303, `/orders/${payment.order_id}?told=${encodeURIComponent(told)}`);
    } catch (error) {
      if (!(error instanceof CallbackError)) throw error;
      console.warn(error.message);
      response.sendStatus(400);
    }
  });

  app.get('/orders/:id', (request, response) => {
    const order = orders.find(request.params.id);
    if (!order) response.sendStatus(404);
    else response.json({ id: order.id, paid: order.paid, told: request.query.told });
  });

  app.post('/webhooks/irandargah', express.raw({ type: '*/*' }), async (request, response) => {
    try {
      const event = await verifyWebhook(request.body, request.headers, webhookSecret);
      const status = await handleOnce(event, inbox, async ({ data }) => {
        const payment = orders.byAuthority(String((data as { authority?: string }).authority));
        if (payment) await settle(shop, payment);
      });
      response.sendStatus(status);
    } catch (error) {
      if (!(error instanceof WebhookError)) throw error;
      response.sendStatus(401);
    }
  });

  return app;
}
