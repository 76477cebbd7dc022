import { createHmac } from 'node:crypto';

const timestamp = String(Math.floor(Date.now() / 1000));
const signature = createHmac('sha256', process.env.IRANDARGAH_SECRET_KEY)
  .update(`GET:transactions::${timestamp}`)
  .digest('hex');

const response = await fetch('https://sandbox.irandargah.com/v2/transactions?from_date=1404-06-01&to_date=1404-06-31&page=1&per_page=10&status=completed', {
  method: 'GET',
  headers: {
    Authorization: `Bearer ${process.env.IRANDARGAH_TOKEN}`,
    'X-Timestamp': timestamp,
    'X-Signature': signature,
  },
});
console.log(response.status, await response.text());
