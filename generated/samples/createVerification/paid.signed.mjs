import { createHmac } from 'node:crypto';

const body = JSON.stringify({
  authority: '2025100121424146HC',
  amount: 100000,
});
const timestamp = String(Math.floor(Date.now() / 1000));
const signature = createHmac('sha256', process.env.IRANDARGAH_SECRET_KEY)
  .update(`POST:verifications:${body}:${timestamp}`)
  .digest('hex');

const response = await fetch('https://sandbox.irandargah.com/v2/verifications', {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${process.env.IRANDARGAH_TOKEN}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': 'verification-key-123',
    'X-Timestamp': timestamp,
    'X-Signature': signature,
  },
  body,
});
console.log(response.status, await response.text());
