const body = JSON.stringify({
  authority: '2025100121424146HC',
  amount: 100000,
});

const response = await fetch('https://sandbox.irandargah.com/v2/verifications', {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${process.env.IRANDARGAH_TOKEN}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': 'verification-key-123',
  },
  body,
});
console.log(response.status, await response.text());
