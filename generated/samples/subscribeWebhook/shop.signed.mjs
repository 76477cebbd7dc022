import { createHmac } from 'node:crypto';

const body = JSON.stringify({
  url: 'https://merchant.com/webhook',
  events: [
    'payment.completed',
    'payment.failed',
  ],
  secret: 'your_optional_secret_min_8_chars',
  description: 'وبهوک اصلی فروشگاه',
});
const timestamp = String(Math.floor(Date.now() / 1000));
const signature = createHmac('sha256', process.env.IRANDARGAH_SECRET_KEY)
  .update(`POST:webhooks/subscribe:${body}:${timestamp}`)
  .digest('hex');

const response = await fetch('https://sandbox.irandargah.com/v2/webhooks/subscribe', {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${process.env.IRANDARGAH_TOKEN}`,
    'Content-Type': 'application/json',
    'X-Timestamp': timestamp,
    'X-Signature': signature,
  },
  body,
});
console.log(response.status, await response.text());
