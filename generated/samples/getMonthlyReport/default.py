import os

import requests

response = requests.get(
    "https://sandbox.irandargah.com/v2/reports/monthly?month=1404-06",
    headers={
        "Authorization": "Bearer " + os.environ["IRANDARGAH_TOKEN"],
    },
    timeout=30,
)
print(response.status_code, response.text)
