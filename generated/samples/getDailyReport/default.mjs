const response = await fetch('https://sandbox.irandargah.com/v2/reports/daily?date=1404-06-28', {
  method: 'GET',
  headers: {
    Authorization: `Bearer ${process.env.IRANDARGAH_TOKEN}`,
  },
});
console.log(response.status, await response.text());
