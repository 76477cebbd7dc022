import os

import requests

data = {
    "webhook_id": "65a4c7e8f1234",
    "event_type": "payment.completed",
}

response = requests.post(
    "https://sandbox.irandargah.com/v2/webhooks/test",
    headers={
        "Authorization": "Bearer " + os.environ["IRANDARGAH_TOKEN"],
    },
    json=data,
    timeout=30,
)
print(response.status_code, response.text)
