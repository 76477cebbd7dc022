curl --request POST 'https://sandbox.irandargah.com/api/prepare-request' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header 'Content-Type: application/json' \
  --data-raw '{
  "method": "GET",
  "endpoint": "reports/daily"
}'
