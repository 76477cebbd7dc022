const body = JSON.stringify({
  amount: 4000000000,
  order_id: 'ORDER-12345_b',
  callback_url: 'https://merchant.com/callback?shop=1&lang=fa',
  description: 'کتاب «شاهنامه» "جلد ۱"، it\'s C:\\books\nنسخهٔ نفیس 📚',
  mobile: '+989123456789',
  card_number: '603799******1234',
  action: 'GET',
  affiliate_code: 'AB12cd',
  direct_verify: false,
});

const response = await fetch('https://sandbox.irandargah.com/v2/payments', {
  method: 'POST',
  headers: {
    Authorization: `Bearer ${process.env.IRANDARGAH_TOKEN}`,
    'Content-Type': 'application/json',
    'Idempotency-Key': 'unique-key-123',
  },
  body,
});
console.log(response.status, await response.text());
