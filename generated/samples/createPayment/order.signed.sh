body='{"amount":100000,"order_id":"ORDER-12345","callback_url":"https://merchant.com/callback","description":"خرید محصول آزمایشی","mobile":"09123456789"}'
timestamp=$(date +%s)
signature=$(printf '%s' "POST:payments:${body}:${timestamp}" |
  openssl dgst -sha256 -hmac "$IRANDARGAH_SECRET_KEY" -r | cut -d ' ' -f 1)

curl --request POST 'https://sandbox.irandargah.com/v2/payments' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Idempotency-Key: unique-key-123' \
  --header "X-Timestamp: $timestamp" \
  --header "X-Signature: $signature" \
  --data-raw "$body"
