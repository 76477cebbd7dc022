curl --request POST 'https://sandbox.irandargah.com/v2/payments' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Idempotency-Key: unique-key-123' \
  --data-raw '{
  "amount": 4000000000,
  "order_id": "ORDER-12345_b",
  "callback_url": "https://merchant.com/callback?shop=1&lang=fa",
  "description": "کتاب «شاهنامه» \"جلد ۱\"، it'\''s C:\\books\nنسخهٔ نفیس 📚",
  "mobile": "+989123456789",
  "card_number": "603799******1234",
  "action": "GET",
  "affiliate_code": "AB12cd",
  "direct_verify": false
}'
