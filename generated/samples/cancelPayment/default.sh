curl --request POST 'https://sandbox.irandargah.com/v2/payments/2025100121424146HC/cancel' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header 'Content-Length: 0'
