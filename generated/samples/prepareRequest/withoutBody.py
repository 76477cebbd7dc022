import os

import requests

data = {
    "method": "GET",
    "endpoint": "reports/daily",
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
