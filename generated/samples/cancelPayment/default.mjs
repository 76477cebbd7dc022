const response = await fetch('https://sandbox.irandargah.com/v2/payments/2025100121424146HC/cancel', {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${process.env.IRANDARGAH_TOKEN}`,
  },
});
console.log(response.status, await response.text());
