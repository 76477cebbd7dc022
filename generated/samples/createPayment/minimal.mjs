const body = JSON.stringify({
  amount: 100000,
  order_id: 'TEST-001',
  callback_url: 'https://yoursite.com/callback',
});

const response = await fetch('https://sandbox.irandargah.com/v2/payments', {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${process.env.IRANDARGAH_TOKEN}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': 'unique-key-123',
  },
  body,
});
console.log(response.status, await response.text());
