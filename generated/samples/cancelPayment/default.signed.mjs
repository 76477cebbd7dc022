import { createHmac } from 'node:crypto';

const timestamp = String(Math.floor(Date.now() / 1000));
const signature = createHmac('sha256', process.env.IRANDARGAH_SECRET_KEY)
  .update(`POST:payments/2025100121424146HC/cancel::${timestamp}`)
  .digest('hex');

const response = await fetch('https://sandbox.irandargah.com/v2/payments/2025100121424146HC/cancel', {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${process.env.IRANDARGAH_TOKEN}`,
    'X-Timestamp': timestamp,
    'X-Signature': signature,
  },
});
console.log(response.status, await response.text());
