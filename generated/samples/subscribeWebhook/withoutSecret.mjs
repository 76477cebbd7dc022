const body = JSON.stringify({
  url: 'https://merchant.com/webhook',
  events: [
    'payment.completed',
  ],
});

const response = await fetch('https://sandbox.irandargah.com/v2/webhooks/subscribe', {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${process.env.IRANDARGAH_TOKEN}`,
    'Content-Type': 'application/json',
  },
  body,
});
console.log(response.status, await response.text());
