curl --request POST 'https://sandbox.irandargah.com/v2/payments' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Idempotency-Key: unique-key-123' \
  --data-raw '{
  "amount": 100000,
  "order_id": "ORDER-12345",
  "callback_url": "https://merchant.com/callback",
  "description": "خرید محصول آزمایشی",
  "mobile": "09123456789"
}'
