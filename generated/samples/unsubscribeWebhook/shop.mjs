const body = JSON.stringify({
  webhook_id: '65a4c7e8f1234',
});

const response = await fetch('https://sandbox.irandargah.com/v2/webhooks/unsubscribe', {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${process.env.IRANDARGAH_TOKEN}`,
    'Content-Type': 'application/json',
  },
  body,
});
console.log(response.status, await response.text());
