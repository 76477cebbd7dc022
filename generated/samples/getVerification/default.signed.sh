timestamp=$(date +%s)
signature=$(printf '%s' "GET:verifications/2025100121424146HC::${timestamp}" |
  openssl dgst -sha256 -hmac "$IRANDARGAH_SECRET_KEY" -r | cut -d ' ' -f 1)

curl --request GET 'https://sandbox.irandargah.com/v2/verifications/2025100121424146HC' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header "X-Timestamp: $timestamp" \
  --header "X-Signature: $signature"
