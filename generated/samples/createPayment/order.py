import os

import requests

data = {
    "amount": 100000,
    "order_id": "ORDER-12345",
    "callback_url": "https://merchant.com/callback",
    "description": "خرید محصول آزمایشی",
    "mobile": "09123456789",
}

response = requests.post(
    "https://sandbox.irandargah.com/v2/payments",
    headers={
        "Authorization": "Bearer " + os.environ["IRANDARGAH_TOKEN"],
        "Idempotency-Key": "unique-key-123",
    },
    json=data,
    timeout=30,
)
print(response.status_code, response.text)
