# Verifies a payment with the authority and the amount that you stored yourself.
curl --silent --show-error --fail-with-body '{{ servers.sandbox }}/v2/verifications' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header 'Content-Type: application/json' \
  --data '{
    "authority": "20250107145623ABCDEF",
    "amount": {{ requestRules.PaymentRequest.amount.minimum }},
    "order_id": "ORDER-1001"
  }'
