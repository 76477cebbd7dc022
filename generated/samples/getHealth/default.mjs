const response = await fetch('https://sandbox.irandargah.com/health', {
  method: 'GET',
});
console.log(response.status, await response.text());
