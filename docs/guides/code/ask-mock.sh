# The mock gives any example of the contract by its name; here the answer to a payment that is unknown.
curl --silent --show-error '{{ local.mock }}/v2/payments/2025100121424146HC' \
  --header 'Authorization: Bearer {{ tokens.prefixes.sandbox }}demo' \
  --header 'Prefer: code=404, example=transactionNotFound'
