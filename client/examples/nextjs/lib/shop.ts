// The shop of the Next.js example, made once from the environment and shared by all route handlers.
import { createClient, rials } from '@irandargah/client';
import { memoryStore } from '@irandargah/client/stores/memory';
import type { Shop } from '../../checkout.ts';
import { createOrders } from '../../orders.ts';

const {
  IRANDARGAH_TOKEN = '',
  IRANDARGAH_SECRET_KEY,
  IRANDARGAH_URL,
  SHOP_URL = '',
  WEBHOOK_SECRET = '',
} = process.env;

export const shop: Shop = {
  gateway: createClient({
    token: IRANDARGAH_TOKEN,
    secretKey: IRANDARGAH_SECRET_KEY,
    environment: 'sandbox',
    baseUrl: IRANDARGAH_URL,
  }),
  orders: createOrders(),
  url: SHOP_URL,
  webhookSecret: WEBHOOK_SECRET,
};

/** A table of your database, when several processes answer: see stores/postgres, mysql and sqlite of the client. */
export const inbox = memoryStore();

shop.orders.place('ORDER-1', rials(250_000));
