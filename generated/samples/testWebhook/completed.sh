curl --request POST 'https://sandbox.irandargah.com/v2/webhooks/test' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header 'Content-Type: application/json' \
  --data-raw '{
  "webhook_id": "65a4c7e8f1234",
  "event_type": "payment.completed"
}'
