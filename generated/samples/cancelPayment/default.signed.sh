timestamp=$(date +%s)
signature=$(printf '%s' "POST:payments/2025100121424146HC/cancel::${timestamp}" |
  openssl dgst -sha256 -hmac "$IRANDARGAH_SECRET_KEY" -r | cut -d ' ' -f 1)

curl --request POST 'https://sandbox.irandargah.com/v2/payments/2025100121424146HC/cancel' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header 'Content-Length: 0' \
  --header "X-Timestamp: $timestamp" \
  --header "X-Signature: $signature"
