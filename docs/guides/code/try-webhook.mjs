// The same event twice, then changed, then ten minutes old.
import { createHmac } from 'node:crypto';
import { receive } from './webhook.mjs';

const secret = 'my-webhook-secret';
const data = { authority: '2025100121424146HC', amount: 100000, order_id: 'ORDER-12345' };
const body = JSON.stringify({ event: 'payment.completed', data });
const now = Date.now();
const headers = {
  'x-webhook-id': 'wh_1',
  'x-webhook-event': 'payment.completed',
  'x-webhook-timestamp': String(Math.floor(now / 1000)),
  'x-webhook-signature': createHmac('sha256', secret).update(JSON.stringify(data)).digest('hex'),
};
console.log('first time:', receive(body, headers, secret, now));
console.log('again:', receive(body, headers, secret, now));
console.log('changed:', receive(body.replace('100000', '900000'), headers, secret, now));
console.log('old:', receive(body, headers, secret, now + 600_000));
