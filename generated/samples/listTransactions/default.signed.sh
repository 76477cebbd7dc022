timestamp=$(date +%s)
signature=$(printf '%s' "GET:transactions::${timestamp}" |
  openssl dgst -sha256 -hmac "$IRANDARGAH_SECRET_KEY" -r | cut -d ' ' -f 1)

curl --request GET 'https://sandbox.irandargah.com/v2/transactions?from_date=1404-06-01&to_date=1404-06-31&page=1&per_page=10&status=completed' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header "X-Timestamp: $timestamp" \
  --header "X-Signature: $signature"
