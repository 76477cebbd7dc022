const response = await fetch('https://sandbox.irandargah.com/v2/webhooks/events', {
  method: 'GET',
  headers: {
    Authorization: `Bearer ${process.env.IRANDARGAH_TOKEN}`,
  },
});
console.log(response.status, await response.text());
