import os

import requests

data = {
    "amount": 4000000000,
    "order_id": "ORDER-12345_b",
    "callback_url": "https://merchant.com/callback?shop=1&lang=fa",
    "description": "کتاب «شاهنامه» \"جلد ۱\"، it's C:\\books\nنسخهٔ نفیس 📚",
    "mobile": "+989123456789",
    "card_number": "603799******1234",
    "action": "GET",
    "affiliate_code": "AB12cd",
    "direct_verify": False,
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
