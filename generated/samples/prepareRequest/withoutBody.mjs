const body = JSON.stringify({
  method: 'GET',
  endpoint: 'reports/daily',
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
