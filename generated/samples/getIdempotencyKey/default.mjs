const response = await fetch('https://sandbox.irandargah.com/v2/idempotency-key', {
  method: 'GET',
});
console.log(response.status, await response.text());
