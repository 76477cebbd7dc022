timestamp=$(date +%s)
signature=$(printf '%s' "GET:reports/daily::${timestamp}" |
  openssl dgst -sha256 -hmac "$IRANDARGAH_SECRET_KEY" -r | cut -d ' ' -f 1)

curl --request GET 'https://sandbox.irandargah.com/v2/reports/daily?date=1404-06-28' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header "X-Timestamp: $timestamp" \
  --header "X-Signature: $signature"
