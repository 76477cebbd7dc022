curl --request POST 'https://sandbox.irandargah.com/v2/refunds' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header 'Content-Type: application/json' \
  --header 'Idempotency-Key: verification-key-123' \
  --data-raw '{
  "authority": "2025100121424146HC",
  "reason": "انصراف خریدار"
}'
