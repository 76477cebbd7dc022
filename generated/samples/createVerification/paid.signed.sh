body='{"authority":"2025100121424146HC","amount":100000}'
timestamp=$(date +%s)
signature=$(printf '%s' "POST:verifications:${body}:${timestamp}" |
  openssl dgst -sha256 -hmac "$IRANDARGAH_SECRET_KEY" -r | cut -d ' ' -f 1)

curl --request POST 'https://sandbox.irandargah.com/v2/verifications' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Idempotency-Key: verification-key-123' \
  --header "X-Timestamp: $timestamp" \
  --header "X-Signature: $signature" \
  --data-raw "$body"
