body='{"url":"https://merchant.com/webhook","events":["payment.completed","payment.failed"],"secret":"your_optional_secret_min_8_chars","description":"وبهوک اصلی فروشگاه"}'
timestamp=$(date +%s)
signature=$(printf '%s' "POST:webhooks/subscribe:${body}:${timestamp}" |
  openssl dgst -sha256 -hmac "$IRANDARGAH_SECRET_KEY" -r | cut -d ' ' -f 1)

curl --request POST 'https://sandbox.irandargah.com/v2/webhooks/subscribe' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header 'Content-Type: application/json' \
  --header "X-Timestamp: $timestamp" \
  --header "X-Signature: $signature" \
  --data-raw "$body"
