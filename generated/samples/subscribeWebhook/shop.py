import os

import requests

data = {
    "url": "https://merchant.com/webhook",
    "events": [
        "payment.completed",
        "payment.failed",
    ],
    "secret": "your_optional_secret_min_8_chars",
    "description": "وبهوک اصلی فروشگاه",
}

response = requests.post(
    "https://sandbox.irandargah.com/v2/webhooks/subscribe",
    headers={
        "Authorization": "Bearer " + os.environ["IRANDARGAH_TOKEN"],
    },
    json=data,
    timeout=30,
)
print(response.status_code, response.text)
