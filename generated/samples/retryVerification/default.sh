curl --request POST 'https://sandbox.irandargah.com/v2/verifications/2025100121424146HC/retry' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header 'Content-Length: 0'
