curl --request POST 'https://sandbox.irandargah.com/v2/webhooks/subscribe' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header 'Content-Type: application/json' \
  --data-raw '{
  "url": "https://merchant.com/webhook",
  "events": [
    "payment.completed",
    "payment.failed"
  ],
  "secret": "your_optional_secret_min_8_chars",
  "description": "وبهوک اصلی فروشگاه"
}'
