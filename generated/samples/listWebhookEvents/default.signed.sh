timestamp=$(date +%s)
signature=$(printf '%s' "GET:webhooks/events::${timestamp}" |
  openssl dgst -sha256 -hmac "$IRANDARGAH_SECRET_KEY" -r | cut -d ' ' -f 1)

curl --request GET 'https://sandbox.irandargah.com/v2/webhooks/events' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header "X-Timestamp: $timestamp" \
  --header "X-Signature: $signature"
