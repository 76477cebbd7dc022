curl --request POST 'https://sandbox.irandargah.com/v2/webhooks/unsubscribe' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header 'Content-Type: application/json' \
  --data-raw '{
  "webhook_id": "65a4c7e8f1234"
}'
