import { createHmac } from 'node:crypto';

const body = JSON.stringify({
  amount: 100000,
  order_id: 'ORDER-12345',
  callback_url: 'https://merchant.com/callback',
  direct_verify: true,
});
const timestamp = String(Math.floor(Date.now() / 1000));
const signature = createHmac('sha256', process.env.IRANDARGAH_SECRET_KEY)
  .update(`POST:payments:${body}:${timestamp}`)
  .digest('hex');

const response = await fetch('https://sandbox.irandargah.com/v2/payments', {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${process.env.IRANDARGAH_TOKEN}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': 'unique-key-123',
    'X-Timestamp': timestamp,
    'X-Signature': signature,
  },
  body,
});
console.log(response.status, await response.text());
