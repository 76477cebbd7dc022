const body = JSON.stringify({
  url: 'https://merchant.com/webhook',
  events: [
    'payment.completed',
    'payment.failed',
  ],
  secret: 'your_optional_secret_min_8_chars',
  description: 'وبهوک اصلی فروشگاه',
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
