const response = await fetch('https://sandbox.irandargah.com/v2/reports/monthly?month=1404-06', {
  method: 'GET',
  headers: {
    Authorization: `Bearer ${process.env.IRANDARGAH_TOKEN}`,
  },
});
console.log(response.status, await response.text());
