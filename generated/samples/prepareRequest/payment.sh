curl --request POST 'https://sandbox.irandargah.com/api/prepare-request' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header 'Content-Type: application/json' \
  --data-raw '{
  "method": "POST",
  "endpoint": "payments",
  "data": {
    "amount": 100000,
    "callback_url": "https://yoursite.com/callback",
    "order_id": "ORDER-12345"
  }
}'
