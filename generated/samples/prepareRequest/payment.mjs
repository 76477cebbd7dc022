const body = JSON.stringify({
  method: 'POST',
  endpoint: 'payments',
  data: {
    amount: 100000,
    callback_url: 'https://yoursite.com/callback',
    order_id: 'ORDER-12345',
  },
});

const response = await fetch('https://sandbox.irandargah.com/api/prepare-request', {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${process.env.IRANDARGAH_TOKEN}`,
    'Content-Type': 'application/json',
  },
  body,
});
console.log(response.status, await response.text());
