curl --request GET 'https://sandbox.irandargah.com/v2/reports/monthly?month=1404-06' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN"
