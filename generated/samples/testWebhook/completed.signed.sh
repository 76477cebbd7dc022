body='{"webhook_id":"65a4c7e8f1234","event_type":"payment.completed"}'
timestamp=$(date +%s)
signature=$(printf '%s' "POST:webhooks/test:${body}:${timestamp}" |
  openssl dgst -sha256 -hmac "$IRANDARGAH_SECRET_KEY" -r | cut -d ' ' -f 1)

curl --request POST 'https://sandbox.irandargah.com/v2/webhooks/test' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header 'Content-Type: application/json' \
  --header "X-Timestamp: $timestamp" \
  --header "X-Signature: $signature" \
  --data-raw "$body"
