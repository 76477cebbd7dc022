import os

import requests

data = {
    "url": "https://merchant.com/webhook",
    "events": [
        "payment.completed",
    ],
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
