import { createHmac } from 'node:crypto';

const body = JSON.stringify({
  webhook_id: '65a4c7e8f1234',
});
const timestamp = String(Math.floor(Date.now() / 1000));
const signature = createHmac('sha256', process.env.IRANDARGAH_SECRET_KEY)
  .update(`POST:webhooks/unsubscribe:${body}:${timestamp}`)
  .digest('hex');

const response = await fetch('https://sandbox.irandargah.com/v2/webhooks/unsubscribe', {
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
