import os

import requests

data = {
    "authority": "2025100121424146HC",
    "amount": 100000,
}

response = requests.post(
    "https://sandbox.irandargah.com/v2/verifications",
    headers={
        "Authorization": "Bearer " + os.environ["IRANDARGAH_TOKEN"],
        "Idempotency-Key": "verification-key-123",
    },
    json=data,
    timeout=30,
)
print(response.status_code, response.text)
