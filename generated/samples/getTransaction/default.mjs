const response = await fetch('https://sandbox.irandargah.com/v2/transactions/2025100121424146HC', {
  method: 'GET',
  headers: {
    Authorization: `Bearer ${process.env.IRANDARGAH_TOKEN}`,
  },
});
console.log(response.status, await response.text());
