curl --request GET 'https://sandbox.irandargah.com/v2/transactions/2025100121424146HC' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN"
