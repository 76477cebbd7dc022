# Asks what has become of a payment, for example when no callback has come.
curl --silent --show-error --fail-with-body '{{ servers.sandbox }}/v2/payments/20250107145623ABCDEF' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN"
