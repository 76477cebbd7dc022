# Creates a payment. Run it twice: the same key and body give the same payment, not a second one.
curl --silent --show-error --fail-with-body '{{ servers.sandbox }}/v2/payments' \
  --header "Authorization: Bearer $IRANDARGAH_TOKEN" \
  --header 'Content-Type: application/json' \
  --header '{{ idempotency.header }}: order-1001-payment-1' \
  --data '{
    "amount": {{ requestRules.PaymentRequest.amount.minimum }},
    "order_id": "ORDER-1001",
    "callback_url": "https://shop.example/callback"
  }'
