curl --request GET 'https://sandbox.irandargah.com/v2/reports/daily?date=1404-06-28' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN"
