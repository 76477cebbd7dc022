import os

import requests

data = {
    "method": "POST",
    "endpoint": "payments",
    "data": {
        "amount": 100000,
        "callback_url": "https://yoursite.com/callback",
        "order_id": "ORDER-12345",
    },
}

response = requests.post(
    "https://sandbox.irandargah.com/api/prepare-request",
    headers={
        "Authorization": "Bearer " + os.environ["IRANDARGAH_TOKEN"],
    },
    json=data,
    timeout=30,
)
print(response.status_code, response.text)
