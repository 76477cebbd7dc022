import os

import requests

response = requests.post(
    "https://sandbox.irandargah.com/v2/payments/2025100121424146HC/cancel",
    headers={
        "Authorization": "Bearer " + os.environ["IRANDARGAH_TOKEN"],
    },
    timeout=30,
)
print(response.status_code, response.text)
