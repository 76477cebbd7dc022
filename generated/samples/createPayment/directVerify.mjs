const body = JSON.stringify({
  amount: 100000,
  order_id: 'ORDER-12345',
  callback_url: 'https://merchant.com/callback',
  direct_verify: true,
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
