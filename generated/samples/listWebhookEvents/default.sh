curl --request GET 'https://sandbox.irandargah.com/v2/webhooks/events' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN"
