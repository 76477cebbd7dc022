curl --request GET 'https://sandbox.irandargah.com/v2/idempotency-key'
